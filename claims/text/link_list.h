// Links to other articles between the lines of one: "RELATED: 13 killed in blast",
// or a heading, "More coverage of the blast:", with headlines below it.
//
// Such a headline is of another day, often of another event; its figures are no
// claims of the article.
#pragma once
#include <vector>

#include "claims/text/tokens.h"

namespace figured::claims {

// One flag a sentence of the text: whether it stands in such a line; empty when none
// does.
std::vector<bool> find_links(const Tokens& text);

}  // namespace figured::claims
