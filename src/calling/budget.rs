//! How many calls a sale is worth (A52 to A55). A note beside the decision, never a block.

/// Straight lines between the points, rounded down; level outside them. `points` by rising value, at least one.
pub fn worth(value: f64, points: &[(f64, f64)]) -> Option<u64> {
    let (first, last) = (points.first()?, points.last()?);
    let calls = if value <= first.0 {
        first.1
    } else if value >= last.0 {
        last.1
    } else {
        let after = points.iter().position(|point| value < point.0)?;
        let ((x0, y0), (x1, y1)) = (points[after.checked_sub(1)?], points[after]);
        // Multiplied before it is divided: an exact quotient stays exact.
        y0 + ((y1 - y0) * (value - x0) / (x1 - x0)).floor()
    };
    Some(calls.max(0.0) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calling::limits::WORTH;

    #[test]
    fn the_seeds_points_and_the_line_between() {
        for (value, calls) in [(0.0, 3), (1000.0, 3), (1642.0, 3), (1643.0, 4), (5500.0, 10), (9999.0, 16), (10000.0, 17), (144_000.0, 17)]
        {
            assert_eq!(worth(value, &WORTH), Some(calls), "{value}");
        }
    }
}
