// The JSON shapes of claims and verdicts, as docs/json.md gives them.
#pragma once
#include <chrono>
#include <string>

#include <boost/json/object.hpp>

#include "claims/claim.h"
#include "claims/verdict.h"

namespace figured::claims {

boost::json::object format_figure(const Figure& figure);

// A claim with its article, outlet, url, title and time of publication.
boost::json::object format_claim(const SourcedClaim& claim);

// {"relation","severity","score","tags","why","passed","missing"}
boost::json::object format_verdict(const Verdict& verdict);

// "2026-11-22T00:35:29Z"
std::string format_time(std::chrono::sys_seconds time);

}  // namespace figured::claims
