//! What a person may ask for while a paper copy is typed in.

use crate::desktop::paper::AnswerInput;

/// What a person may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryDeed {
    /// Go from the names to the questions.
    Begin,
    /// Show a question.
    Open(usize),
    /// From the keyboard: show the next question; after the last one, the end of the entry.
    Next,
    /// From the keyboard: show the previous question; from the end, back to the question.
    Previous,
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
    /// Close what is said of the folders of the answers.
    CloseFolderNews(usize),
    /// Show the keys.
    Help,
    /// Leave; a copy that is not sealed is resumed later where it was left.
    Leave,
}
