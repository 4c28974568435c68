// Numbers that are part of a name: COVID-19, Flight 370, iPhone 11, Boeing 787,
// S&P 500, 60 Minutes; and of an address: 12 Elm Street, PA 23456.
#pragma once
#include <string_view>

#include "claims/figures/numeral_reader.h"

namespace figured::claims {

// A numeral with what stands around it.
struct NumberInText {
  const Numeral& numeral;
  bool bounded = false;        // bound words stand before it
  int unit_last = 0;           // the token behind its unit, = numeral.last without one
  std::string_view dimension;  // of its unit
};

bool is_numbered_name(const SentenceView& sentence, const NumberInText& number);
bool is_address_number(const SentenceView& sentence, const NumberInText& number);

}  // namespace figured::claims
