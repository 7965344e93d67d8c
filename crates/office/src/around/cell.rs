//! The cells of the rows that the program keeps. Stored: they stay what they are.

/// Of a flag.
pub(crate) mod flag {
    pub(crate) const REASON: &str = "reason";
    pub(crate) const ON: &str = "on";
    pub(crate) const RAISED_ON: &str = "raised_on";
    pub(crate) const RAISED_BY: &str = "raised_by";
    pub(crate) const RESOLVED_ON: &str = "resolved_on";
    pub(crate) const RESOLVED_BY: &str = "resolved_by";
    pub(crate) const WORDS: &str = "words";
}

/// Of a note.
pub(crate) mod note {
    pub(crate) const ON: &str = "on";
    pub(crate) const BY: &str = "by";
    pub(crate) const SUBJECT: &str = "subject";
    pub(crate) const TEXT: &str = "text";
}

/// Of an alert.
pub(crate) mod alert {
    pub(crate) const WHAT: &str = "what";
    pub(crate) const ON: &str = "on";
    pub(crate) const BY: &str = "by";
    pub(crate) const FIELDS: &str = "fields";
    pub(crate) const ABOUT: &str = "about";
}

/// Of a relation: the other case, what this one is to it, and what there is to say.
pub(crate) mod relation {
    pub(crate) const TO: &str = "to";
    pub(crate) const KIND: &str = "kind";
    pub(crate) const NOTE: &str = "note";
}

/// Kinds of alerts; the window has a word for each: `alert-` and the kind.
pub(crate) mod kind {
    pub(crate) const CHANGED: &str = "changed";
    pub(crate) const APPROVED: &str = "approved";
    pub(crate) const SENT_BACK: &str = "sent_back";
    pub(crate) const FLAG: &str = "flag";
    pub(crate) const NOTE: &str = "note";
    pub(crate) const INCIDENT: &str = "incident";
}
