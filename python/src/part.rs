//! A part is a place inside a shared document: what every Python object holds instead of a copy.

use std::ptr::NonNull;
use std::sync::{Arc, OnceLock};

use pyo3::prelude::*;
use pyo3::types::{PySequence, PyString};

/// A document with the Python string it was read from, and what follows from it. Its spans are in code points.
#[derive(Debug)]
struct Shared {
    document: greffier::Document,
    text: Py<PyString>,
    /// Listed when they are first asked for.
    mandates: OnceLock<Vec<greffier::Mandate>>,
}

/// A reference into a shared document that keeps the document alive.
#[derive(Debug)]
pub(crate) struct Part<T> {
    shared: Arc<Shared>,
    item: NonNull<T>,
}

impl Part<greffier::Document> {
    /// The whole of a document, and owner of it.
    pub(crate) fn whole(document: greffier::Document, text: Py<PyString>) -> Self {
        let shared = Arc::new(Shared { document, text, mandates: OnceLock::new() });
        let item = NonNull::from(&shared.document);
        Self { shared, item }
    }

    /// The mandates of a document.
    pub(crate) fn mandates(&self, py: Python<'_>) -> Vec<Part<greffier::Mandate>> {
        let Shared { document, mandates, .. } = &*self.shared;
        py.detach(|| mandates.get_or_init(|| document.mandates())).iter().map(|item| self.at(item)).collect()
    }
}

impl<T> Part<T> {
    /// The value itself.
    #[allow(unsafe_code)]
    pub(crate) fn get(&self) -> &T {
        // SAFETY: `item` was made by `whole` or `at` from a reference into `shared.document` or `shared.mandates` (or to a
        // static), which nobody mutates or moves while an `Arc` of it lives, and `self` holds one.
        unsafe { self.item.as_ref() }
    }

    /// A part of this part. The bound ties what `choose` returns to the document (or makes it static).
    pub(crate) fn part<U>(&self, choose: impl for<'a> FnOnce(&'a T) -> &'a U) -> Part<U> {
        self.at(choose(self.get()))
    }

    /// Parts of the document, as this part selects them.
    pub(crate) fn parts<U>(
        &self,
        choose: impl for<'a> FnOnce(&'a greffier::Document, &'a T) -> Vec<&'a U>,
    ) -> Vec<Part<U>> {
        choose(&self.shared.document, self.get()).into_iter().map(|item| self.at(item)).collect()
    }

    /// The Python string the document was read from.
    pub(crate) fn text<'py>(&self, py: Python<'py>) -> &Bound<'py, PyString> {
        self.shared.text.bind(py)
    }

    /// The words at a span.
    pub(crate) fn words<'py>(&self, py: Python<'py>, span: greffier::Span) -> PyResult<Bound<'py, PySequence>> {
        self.text(py).cast::<PySequence>()?.get_slice(span.start, span.end)
    }

    fn at<U>(&self, item: &U) -> Part<U> {
        Part { shared: Arc::clone(&self.shared), item: NonNull::from(item) }
    }
}

// SAFETY: a part is a shared reference and an `Arc`: it may go where both may.
#[allow(unsafe_code)]
unsafe impl<T: Sync> Send for Part<T> {}
#[allow(unsafe_code)]
unsafe impl<T: Sync> Sync for Part<T> {}
