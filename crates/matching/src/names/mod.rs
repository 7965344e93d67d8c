//! A name as the words that can be compared: [`words`] splits it and puts leaning words where they belong, [`variants`] knows the pet
//! names and other forms that no rule of sound leads to, [`agreement`] says how two words agree.

pub(crate) mod agreement;
pub(crate) mod burmese;
mod respect;
pub(crate) mod variants;
pub(crate) mod words;
