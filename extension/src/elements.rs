//! Sycamore's elements with one type where it has one for each tag, each event handler and each piece that changes.
//!
//! Its `view!` writes every element against `::sycamore::rt`, and compiles half a kilobyte of signals anew for every closure in it. This crate
//! stands in that name (`extern crate self as sycamore`) with closures in boxes; signals and the page's nodes are still Sycamore's.

use std::borrow::Cow;

use crate::words::say::say;
use reactive::{
    prelude::{MaybeDyn, NodeRef, use_current_scope},
    web::{BoolAttribute, HtmlNode, StringAttribute, View as Nodes, ViewHtmlNode, ViewNode, events::EventDescriptor},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// What the views see.
pub(crate) mod prelude {
    pub(crate) use super::{View, create_effect, create_memo, create_selector};
    pub(crate) use reactive::prelude::{
        Keyed, NodeHandle, NodeRef, ReadSignal, Signal, batch, create_node_ref, create_signal, on_cleanup, on_mount, use_current_scope,
        view,
    };
}

/// What `view!` writes.
pub(crate) mod rt {
    pub(crate) use super::{View, component_scope, tags};
    pub(crate) use reactive::rt::{Component, element_like_component_builder, events};
}

#[derive(Debug, Default)]
pub(crate) struct View(Nodes);

impl View {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Made anew whenever what it is made from changes.
    pub(crate) fn from_dynamic(make: impl FnMut() -> Self + 'static) -> Self {
        dynamic(Box::new(make))
    }
}

fn dynamic(mut make: Box<dyn FnMut() -> View>) -> View {
    View(Nodes::from_dynamic(move || make().0))
}

impl From<El> for View {
    fn from(el: El) -> Self {
        Self(Nodes::from_node(el.0))
    }
}

/// A literal is the key of its words (`words/say.rs`).
impl From<&'static str> for View {
    fn from(key: &'static str) -> Self {
        say(key).into()
    }
}

/// A sign that every language shares.
impl From<char> for View {
    fn from(sign: char) -> Self {
        sign.to_string().into()
    }
}

impl From<String> for View {
    fn from(words: String) -> Self {
        Self(words.into())
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl From<$number> for View {
            fn from(number: $number) -> Self {
                number.to_string().into()
            }
        })*
    };
}

numbers! { i8 i32 i64 u8 u16 u32 u64 usize }

impl From<Vec<View>> for View {
    fn from(views: Vec<View>) -> Self {
        let nodes: Vec<Nodes> = views.into_iter().map(|view| view.0).collect();
        Self(nodes.into())
    }
}

impl From<View> for Nodes {
    fn from(view: View) -> Self {
        view.0
    }
}

/// The attributes that hold words for people.
const SAID: [&str; 5] = ["aria-label", "title", "placeholder", "data-placeholder", "alt"];

/// An element in the making.
pub(crate) struct El(HtmlNode);

impl El {
    fn html(tag: &'static str) -> Self {
        Self(HtmlNode::create_element(tag.into()))
    }

    fn svg(tag: &'static str) -> Self {
        Self(HtmlNode::create_element_ns("http://www.w3.org/2000/svg", tag.into()))
    }

    pub(crate) fn attr(self, name: &'static str, value: impl Into<StringAttribute>) -> Self {
        self.set(name, value.into())
    }

    fn set(mut self, name: &'static str, value: StringAttribute) -> Self {
        let value = match value {
            // A literal for people is a key here too; what was made or may change is words already.
            MaybeDyn::Static(Some(Cow::Borrowed(key))) if SAID.contains(&name) => MaybeDyn::Static(Some(say(key).into())),
            value => value,
        };
        self.0.set_attribute(name.into(), value);
        self
    }

    fn flag(mut self, name: &'static str, value: BoolAttribute) -> Self {
        self.0.set_bool_attribute(name.into(), value);
        self
    }

    pub(crate) fn prop(mut self, name: &'static str, value: impl Into<MaybeDyn<JsValue>>) -> Self {
        self.0.set_property(name.into(), value.into());
        self
    }

    pub(crate) fn on<E: EventDescriptor>(self, _: E, mut handle: impl FnMut(E::EventTy) + 'static) -> Self {
        self.listen(E::NAME, Box::new(move |event| handle(event.unchecked_into())))
    }

    fn listen(mut self, name: &'static str, mut handle: Box<dyn FnMut(Event)>) -> Self {
        let scope = use_current_scope();
        self.0.set_event_handler(name.into(), move |event| scope.run_in(|| handle(event)));
        self
    }

    pub(crate) fn children(mut self, children: Vec<View>) -> Self {
        children.into_iter().for_each(|view| self.0.append_view(view.0));
        self
    }

    pub(crate) fn r#ref(self, node: NodeRef) -> Self {
        node.set(Some(self.0.as_web_sys().clone()));
        self
    }
}

macro_rules! attributes {
    ($set:ident: $($name:ident)*) => {
        #[allow(dead_code, non_snake_case)]
        impl El {
            $(pub(crate) fn $name(self, value: impl Into<attributes!(@$set)>) -> Self {
                self.$set(stringify!($name).trim_start_matches("r#"), value.into())
            })*
        }
    };
    (@set) => { StringAttribute };
    (@flag) => { BoolAttribute };
}

attributes! { set:
    accept alt autocomplete class cols colspan contenteditable d datetime dir r#for href id inputmode lang max maxlength min name pattern placeholder rel
    role rows scope spellcheck src step tabindex target title value viewBox r#type
}
attributes! { flag: checked disabled hidden multiple open readonly required selected }

#[allow(dead_code)] // What a view may write, whether or not one does today.
pub(crate) mod tags {
    use super::El;

    macro_rules! tags {
        ($make:ident: $($tag:ident)*) => {
            $(pub(crate) fn $tag() -> El {
                El::$make(stringify!($tag))
            })*
        };
    }

    tags! { html:
        a article aside b button code dd details div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 header i iframe img input kbd label
        legend li main nav ol option p section select small span strong summary table tbody td textarea th thead time tr ul
    }
    tags! { svg: circle g line path rect svg }
}

pub(crate) fn component_scope(make: impl FnOnce() -> Nodes) -> View {
    View(reactive::rt::component_scope(make))
}

pub(crate) fn render_to(view: impl FnOnce() -> View + 'static, place: &web_sys::Node) {
    reactive::render_to(|| view().0, place);
}

/// Told only when it changes.
pub(crate) fn create_selector<T: PartialEq + 'static>(get: impl FnMut() -> T + 'static) -> reactive::prelude::ReadSignal<T> {
    reactive::prelude::create_selector(Box::new(get) as Box<dyn FnMut() -> T>)
}

pub(crate) fn create_memo<T: 'static>(get: impl FnMut() -> T + 'static) -> reactive::prelude::ReadSignal<T> {
    reactive::prelude::create_memo(Box::new(get) as Box<dyn FnMut() -> T>)
}

pub(crate) fn create_effect(act: impl FnMut() + 'static) {
    reactive::prelude::create_effect(Box::new(act) as Box<dyn FnMut()>);
}
