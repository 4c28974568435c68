#include "cli/figurectl.h"

int main(int argc, char** argv) { return figured::cli::run_figurectl(argc, argv); }
