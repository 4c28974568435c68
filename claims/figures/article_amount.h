// ArticleAmount: what an article makes one of: "an hour and a half", "a minute and
// 30 seconds"; with a bound also "more than a week", "a mile or so", "a day or two".
#pragma once
#include <optional>

#include "claims/figures/amount_reader.h"

namespace figured::claims {

// The amount that begins with the article at token `at`; a mere "a week" is none.
std::optional<Amount> read_article_amount(const SentenceView& sentence, int at);

}  // namespace figured::claims
