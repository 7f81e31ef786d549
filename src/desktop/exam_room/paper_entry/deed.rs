//! What a person may ask for while a paper copy is typed in.

use crate::desktop::paper::AnswerInput;

/// What a person may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryDeed {
    /// Go from the names to the questions.
    Begin,
    /// Show a question.
    Open(usize),
    /// Keep what was typed in the question on screen.
    Write(AnswerInput),
    /// The question on screen was read again, or not.
    ReadAgain(bool),
    /// Show the end of the entry, or go back to the questions.
    ShowEnd(bool),
    /// Seal the copy.
    HandIn,
    /// Try again to write the copy.
    Deliver,
    /// Write the receipts again.
    WriteReceipt,
    /// Keep the answers in one more folder.
    OtherFolder,
    /// Leave; a copy that is not sealed is resumed later where it was left.
    Leave,
}
