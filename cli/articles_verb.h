// figurectl articles: a stored article, and who else carries it.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_articles_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
