// Claims made by hand, for tests of what is done with claims however they are read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"

namespace figured::claims {

// "42", "~40", ">=50", ">100", "<=9", "24..99 dozens" (a vague one), "3..5".
Figure made_figure(std::string_view words);

// "11 11;18 22 alike", and back.
std::vector<Rival> made_rivals(std::string_view words);
std::string rivals_in_words(const std::vector<Rival>& rivals);

// What an outlet tells on 2026-11-20 of one event in Orsk, of which every claim
// made here shares the names.
SourcedClaim made_claim(const std::string& outlet, const std::string& measure,
                        std::string_view figure);

}  // namespace figured::claims
