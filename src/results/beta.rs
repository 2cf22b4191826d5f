//! The Beta distribution: its share below a point (the regularized incomplete beta function, by the continued fraction of DLMF 8.17.22) and
//! the point below which a share lies. Written here because the crates that have it bring a linear algebra along; nothing else is wanted of them.

/// The point below which `share` of Beta(a, b) lies, by halving: sixty steps are finer than a double can tell.
pub(super) fn quantile(share: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if below(middle, a, b) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The share of Beta(a, b) below `x`; `a` and `b` above 0.
pub(super) fn below(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp();
    // The fraction converges quickly on the near side of the mean only.
    if x < (a + 1.0) / (a + b + 2.0) { front * fraction(x, a, b) / a } else { 1.0 - front * fraction(1.0 - x, b, a) / b }
}

/// Lentz's way through the continued fraction.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    /// It converges within about the square root of the larger parameter.
    const MOST: u32 = 100_000;
    const SMALL: f64 = 1e-300;
    let away = |value: f64| if value.abs() < SMALL { SMALL } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut product = d;
    for m in 1..MOST {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut step = 1.0;
        for part in [even, odd] {
            d = 1.0 / away(1.0 + part * d);
            c = away(1.0 + part / c);
            step = c * d;
            product *= step;
        }
        if (step - 1.0).abs() < 1e-15 {
            break;
        }
    }
    product
}

/// The logarithm of the gamma function for arguments above 0: Stirling's series (DLMF 5.11.1), small arguments moved up first.
fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut moved) = (x, 0.0);
    while x < 12.0 {
        moved += x.ln();
        x += 1.0;
    }
    let (inverse, square) = (1.0 / x, 1.0 / (x * x));
    let series = inverse * (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square * (1.0 / 1680.0 - square / 1188.0))));
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series - moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(one: f64, other: f64, by: f64) -> bool {
        (one - other).abs() <= by
    }

    #[test]
    fn gamma_of_whole_numbers_and_of_a_half() {
        let mut factorial = 1.0_f64;
        for n in 1..=20 {
            assert!(near(ln_gamma(f64::from(n)), factorial.ln(), 1e-12), "{n}");
            factorial *= f64::from(n);
        }
        assert!(near(ln_gamma(0.5), std::f64::consts::PI.sqrt().ln(), 1e-13));
    }

    /// Where the function has a closed form.
    #[test]
    fn closed_forms() {
        for x in [0.001, 0.1, 0.37, 0.5, 0.9, 0.9999] {
            assert!(near(below(x, 1.0, 1.0), x, 1e-13));
            assert!(near(below(x, 1.0, 98.5), 1.0 - (1.0 - x).powf(98.5), 1e-12), "{x}");
            assert!(near(below(x, 7.5, 1.0), x.powf(7.5), 1e-13), "{x}");
            assert!(near(below(x, 0.5, 0.5), 2.0 / std::f64::consts::PI * x.sqrt().asin(), 1e-12), "{x}");
        }
        // The binomial sum of at least 2 of 4 at one half: 11/16.
        assert!(near(below(0.5, 2.0, 3.0), 11.0 / 16.0, 1e-14));
    }

    /// The upper critical values of the F distribution at 5 per cent as printed in the NIST/SEMATECH e-Handbook, section 1.3.6.7.3, and of
    /// the t distribution at 2.5 per cent, section 1.3.6.7.2 (its square is F with one degree above). F with d1 and d2 is a Beta quantile.
    #[test]
    fn published_tables() {
        let f = |share: f64, d1: f64, d2: f64| -> f64 {
            let x = quantile(share, d1 / 2.0, d2 / 2.0);
            d2 * x / (d1 * (1.0 - x))
        };
        for (d1, d2, printed) in [
            (1.0, 1.0, 161.448),
            (1.0, 10.0, 4.965),
            (2.0, 10.0, 4.103),
            (5.0, 10.0, 3.326),
            (10.0, 10.0, 2.978),
            (3.0, 20.0, 3.098),
            (10.0, 20.0, 2.348),
            (1.0, 100.0, 3.936),
            (10.0, 100.0, 1.927),
        ] {
            assert!(near(f(0.95, d1, d2), printed, 6e-4), "F({d1}, {d2}) = {}", f(0.95, d1, d2));
        }
        for (d, printed) in [(1.0, 12.706), (5.0, 2.571), (10.0, 2.228), (30.0, 2.042), (100.0, 1.984)] {
            let t = f(0.95, 1.0, d).sqrt();
            assert!(near(t, printed, 6e-4), "t({d}) = {t}");
        }
    }

    /// The exact interval of Clopper and Pearson for none of ten: the upper end is 1 - 0.025^(1/10).
    #[test]
    fn none_of_ten() {
        assert!(near(quantile(0.975, 1.0, 10.0), 1.0 - 0.025_f64.powf(0.1), 1e-12));
    }

    proptest! {
        #[test]
        fn a_quantile_is_where_the_share_lies(share in 0.001_f64..0.999, a in 0.5_f64..5000.0, b in 0.5_f64..5000.0) {
            let x = quantile(share, a, b);
            prop_assert!(near(below(x, a, b), share, 1e-8), "{} {}", x, below(x, a, b));
            prop_assert!(near(below(x, a, b), 1.0 - below(1.0 - x, b, a), 1e-9));
        }
    }
}
