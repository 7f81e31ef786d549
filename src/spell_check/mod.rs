//! The French spell-check that a case, or an accommodation, may allow in long and short answers.
//!
//! What belongs here: which stretches of a text are words (`words`), whether French knows one
//! (`french`, over the library `spellbook` and the dictionary in `dictionaries/`), the words of the
//! subject itself (`vocabulary`), and the thread that answers so that typing never waits
//! (`speller`). Nothing is written, sent or learnt. No window, no exam.

mod french;
mod speller;
mod vocabulary;
mod words;

pub use speller::Speller;
pub use vocabulary::Vocabulary;
pub use words::Word;
