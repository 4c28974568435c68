// What surrounds a verb of saying: its subject's fitness, and where what is said
// begins and ends.
//
// Every question is about a few tokens around one place of a sentence.
#pragma once
#include "claims/speakers/speaker_phrase.h"

namespace figured::claims {

bool is_number(const SentenceView& sentence, int at);

// A quotation mark; not an apostrophe written like one within a word.
bool is_quote(const SentenceView& sentence, int at);

// The end of a statement: a full stop that is no abbreviation's, or no token.
bool is_end(const SentenceView& sentence, int at);

// An end, a comma, a quotation mark, a closing bracket or a dash.
bool is_mark(const SentenceView& sentence, int at);

// A closing quotation mark, or the comma behind it.
bool closes_quotation(const SentenceView& sentence, int at);

// "week" of "last week", "late": says when, not who.
bool is_time_word(const SentenceView& sentence, int at);

// "THE POLICE REPORTED", in a text all in capitals.
bool in_capitals(const SentenceView& sentence, int at);

// "is said to", "it was reported", "the reported 42"
bool is_passive(const SentenceView& sentence, int verb);

// The form of the verb agrees with its subject: "officials say", not "the say".
bool suits_form(const SentenceView& sentence, const SpeakerPhrase& who, int verb);

// Which subjects a verb of saying takes: "say" and "tell" any, "expect" experts
// (a company that expects a profit is not asked), the rest those who speak.
bool can_speak(const SentenceView& sentence, const SpeakerPhrase& who, int verb);

// A verb that also has things as objects speaks only before a clause: "added
// that", "claimed he", "recalled: ...", "wrote on Twitter".
bool has_content(const SentenceView& sentence, int verb);

// From token `at` on only what adds no content is left of the statement: "on
// Monday.", "in an interview,", and with an addressee "CNN on Sunday."
bool ends_behind(const SentenceView& sentence, int at, bool addressee);

// The first mark from token `at` on; one past the sentence at its end, -1 when
// the statement goes on too far without.
int mark_behind(const SentenceView& sentence, int at);

// Where the relative clause around token `from` ends: the comma of "X, who said
// 42 died, resigned".
int relative_end(const SentenceView& sentence, int from);

// "the poll shows", "the data show", "a report showing"
bool agrees(const SentenceView& sentence, const SpeakerPhrase& document, int verb);

// No other subject stands between the document and its verb: "a poll released
// last week showed", but not "in papers filed on Friday, prosecutors said".
bool reaches(const SentenceView& sentence, const SpeakerPhrase& document, int verb);

}  // namespace figured::claims
