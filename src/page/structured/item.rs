//! A thing with types and properties, as a reader of marked-up data finds it.

use crate::fact::{Source, present};

/// Everything the readers found; an item is named by its place here.
#[derive(Debug, Default)]
pub struct Items(Vec<Item>);

#[derive(Debug)]
pub struct Item {
    pub source: Source,
    /// Without their vocabulary: `Person`, `LocalBusiness`.
    pub types: Vec<String>,
    pub id: Option<String>,
    /// The element that holds it, as a place in the snapshot.
    pub place: Option<usize>,
    /// Whose property it is, and which.
    pub of: Option<(usize, String)>,
    pub properties: Vec<(String, Value)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// What is meant, and the page's words for it.
    Text(String, String),
    Item(usize),
}

/// Beyond these a page is no description of somebody.
const ITEMS_MOST: usize = 3_000;
const PROPERTIES_MOST: usize = 300;
const VALUE_LONGEST: usize = 2_000;

impl Items {
    pub fn all(&self) -> &[Item] {
        &self.0
    }

    pub fn get(&self, at: usize) -> Option<&Item> {
        self.0.get(at)
    }

    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut Item> {
        self.0.get_mut(at)
    }

    /// Its place, unless there are too many.
    pub(super) fn add(&mut self, source: Source, types: impl IntoIterator<Item = String>, place: Option<usize>) -> Option<usize> {
        if self.0.len() >= ITEMS_MOST {
            return None;
        }
        let types = types.into_iter().take(20).collect();
        self.0.push(Item { source, types, id: None, place, of: None, properties: Vec::new() });
        Some(self.0.len() - 1)
    }

    pub(super) fn set_text(&mut self, of: usize, property: &str, value: &str, quote: &str) {
        let Some(value) = present(value) else { return };
        if value.len() <= VALUE_LONGEST {
            let quote = present(quote).filter(|quote| quote.len() <= VALUE_LONGEST).unwrap_or(value);
            self.set(of, property, Value::Text(value.to_owned(), quote.to_owned()));
        }
    }

    pub(super) fn set_item(&mut self, of: usize, property: &str, item: usize) {
        if let Some(inner) = self.0.get_mut(item)
            && inner.of.is_none()
        {
            inner.of = Some((of, property.to_owned()));
        }
        self.set(of, property, Value::Item(item));
    }

    fn set(&mut self, of: usize, property: &str, value: Value) {
        if let Some(item) = self.0.get_mut(of)
            && item.properties.len() < PROPERTIES_MOST
        {
            item.properties.push((property.to_owned(), value));
        }
    }
}

impl Item {
    pub fn is(&self, kind: &str) -> bool {
        self.types.iter().any(|there| there == kind)
    }

    pub fn values<'a>(&'a self, property: &'a str) -> impl Iterator<Item = &'a Value> {
        self.properties.iter().filter(move |(name, _)| name == property).map(|(_, value)| value)
    }
}

/// `Person` of `http://schema.org/Person`, `schema:Person`, `Person`.
pub(in crate::page::structured) fn local(name: &str) -> &str {
    name.trim().trim_end_matches('/').rsplit(['/', '#', ':']).next().unwrap_or_default()
}
