# figured.toml(5) of figured.example.toml, which says every key, its default and its reason:
#   awk -f figured.toml.awk figured.example.toml > figured.toml.5
#
# Prose ("# words") becomes text, "#key = default", "# key = example" and "key = value" an
# entry with what was said before it, "[table]" and "[[table]]" a section.

# Text as mdoc takes it.
function escaped(text) {
  gsub(/\\/, "\\e", text)
  gsub(/^[.']/, "\\\\\\&&", text)
  gsub(/-/, "\\-", text)
  gsub(/"/, "\\(dq", text)
  return text
}

# Lines of at most 80 characters, broken between words.
function print_wrapped(text,    words, n, i, line) {
  n = split(text, words, " ")
  line = ""
  for (i = 1; i <= n; ++i) {
    if (line != "" && length(escaped(line " " words[i])) > 80) {
      print escaped(line)
      line = ""
    }
    line = line (line == "" ? "" : " ") words[i]
  }
  if (line != "") print escaped(line)
}

# Every sentence begins a line, which is how mdoc finds their ends.
function flush_prose(    i, text) {
  if (prose == "") return
  gsub(/  +/, "\n", prose)
  count = split(prose, sentences, "\n")
  for (i = 1; i <= count; ++i) print_wrapped(sentences[i])
  prose = ""
}

function open_list() {
  if (!listed) print ".Bl -tag -width Ds"
  listed = 1
}
function close_list() {
  if (listed) print ".El"
  listed = 0
}

function entry(line, word,    name, value, remark) {
  name = line; sub(/ = .*/, "", name)
  value = line; sub(/^[^=]*= /, "", value)
  remark = value ~ / # / ? value : ""
  sub(/^.* # /, "", remark)
  sub(/ +# .*/, "", value)
  open_list()
  if (name != last) printf ".It Ic %s\n", name
  last = name
  flush_prose()
  printf "%s:\n.Ql %s\n", word, escaped(value)
  if (remark != "") print_wrapped("(" remark ")")
}

BEGIN {
  print ".Dd November 22, 2026"
  print ".Dt FIGURED.TOML 5"
  print ".Os"
  print ".Sh NAME"
  print ".Nm figured.toml"
  print ".Nd configuration of figured"
  print ".Sh SYNOPSIS"
  print ".Nm /etc/figured/figured.toml"
  print ".Nm /etc/figured/conf.d/*.toml"
  print ".Sh DESCRIPTION"
}

/^\[/ {
  flush = prose; prose = ""
  close_list()
  table = $0
  last = ""
  printf ".Ss %s\\&\n", table
  prose = flush
  flush_prose()
  next
}
/^#[a-z][a-z_]* = / { entry(substr($0, 2), "Default"); next }
/^# [a-z][a-z_]* = / { entry(substr($0, 3), "For example"); next }
/^[a-z][a-z_]* = / { entry($0, "For example"); next }
/^#$/ { if (!listed) { flush_prose(); if (table == "") print ".Pp" } else prose = prose "\n"; next }
/^# / {
  prose = prose (prose == "" ? "" : prose ~ /[.:?!]$/ ? "  " : " ") substr($0, 3)
  next
}
/^$/ { if (table == "" ) flush_prose(); next }

END {
  flush_prose()
  close_list()
  print ".Sh FILES"
  print ".Bl -tag -width Ds"
  print ".It Pa /etc/figured/figured.toml"
  print "The configuration of the service."
  print ".It Pa /etc/figured/conf.d/*.toml"
  print "More of it, in the order of their names."
  print ".El"
  print ".Sh SEE ALSO"
  print ".Xr figurectl 1 ,"
  print ".Xr figured 8"
}
