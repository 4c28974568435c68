// ArticleAmount: what an article makes one of: "an hour and a half", "a minute and
// 30 seconds", "an hour-long talk"; with a bound also "more than a week", "a mile or so",
// "a day or two"; and "a week after the vote".
#pragma once
#include <optional>

#include "claims/figures/amount_reader.h"

namespace figured::claims {

// The amount that begins with the article at token `at`; a mere "a week" is none.
std::optional<Amount> read_article_amount(const SentenceView& sentence, int at);

// An amount with no bound before it whose number is only an article: "over a decade" says
// when, and counts nothing; "a decade or so", "a decade-long war", "a decade after the war" do.
bool is_mere_article(const SentenceView& sentence, const Amount& amount);

}  // namespace figured::claims
