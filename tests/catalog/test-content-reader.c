/* The strict reading of JSON texts, and the bookkeeping of the reader. */
#include <glib.h>
#include <string.h>

#include "catalog.h"
#include "coach-content-reader-private.h"
#include "coach-json-text.h"

static const struct
{
  const char *text;
  const char *complaint; /* part of the message; NULL when the text is fine */
} texts[] = {
  { "{}", NULL },
  { " [1, -0.5e3, \"a\\u00e9\\ud83d\\ude00\", true, false, null, {\"b\":[]}] \n", NULL },
  { "9007199254740991", NULL },
  { "", "is empty" },
  { "  \n", "is empty" },
  { "{", "a member name is missing" },
  { "{\"a\":1,}", "a member name is missing" },
  { "[1,]", "not a value" },
  { "[1 2]", "a comma or a closing bracket" },
  { "{\"a\" 1}", "a colon" },
  { "{\"a\":1}}", "something follows" },
  { "2{\"a\":1}", "something follows" },
  { "{\"a\":1,\"a\":2}", "a: line 1: this member stands twice" },
  { "{\"a\":{\"b\":[0,{\"c\":1,\"c\":2}]}}", "a.b[1].c: line 1: this member stands twice" },
  { "{\"\\u0061\":1}", "holds an escape" },
  { "{'a':1}", "a member name is missing" },
  { "{\"a\":1 /* no */}", "a comma or a closing brace" },
  { "[1e999]", "too large" },
  { "[12345678901234567890]", "too large" },
  { "[01]", "not a value" },
  { "[1.]", "ends in its point" },
  { "[1e]", "ends in its exponent" },
  { "[-]", "not a value" },
  { "[nul]", "not a value" },
  { "[NaN]", "not a value" },
  { "\"a", "not closed" },
  { "\"a\nb\"", "line break" },
  { "\"a\\nb\"", "control character" },
  { "\"a\\u2029b\"", "line break" },
  { "\"a\tb\"", "control character" },
  { "\"a\xc2\x85" "b\"", "control character" },
  { "\"\\u001b\"", "control character" },
  { "\"\xe2\x80\xae\"", "turns the direction" },
  { "\"\\u2069\"", "turns the direction" },
  { "\"\xe2\x80\x8f\\u200d\"", NULL },
  { "{\"\":1}", "name is empty" },
  { "\"\\x\"", "unknown escape" },
  { "\"\\u12g4\"", "four hexadecimal" },
  { "\"\\u0000\"", "NUL" },
  { "\"\\ud800\"", "lone surrogate" },
  { "\"\\udc00\"", "lone surrogate" },
  { "\xef\xbb\xbf{}", "byte order mark" },
  { "\"\xff\"", "is not UTF-8" },
  { "{\n\n  \"a\": ?\n}", "line 3" },
};

static void
test_texts (void)
{
  g_test_summary ("Only strict JSON passes, and each fault has its own words");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = coach_json_text_check ("x.json", texts[i].text, strlen (texts[i].text), &error);

      g_test_message ("row %u", i);
      g_assert_cmpint (ok, ==, texts[i].complaint == NULL);
      if (ok)
        continue;
      g_assert_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "x.json: "));
      g_assert_nonnull (strstr (error->message, texts[i].complaint));
    }
}

static void
test_nesting (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *fine = g_strdup_printf ("%.*s%.*s", COACH_JSON_MAX_DEPTH, deep,
                                           COACH_JSON_MAX_DEPTH,
                                           "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");

  g_test_summary ("Deep nesting is refused before it can overflow a stack");
  g_assert_true (coach_json_text_check ("x", fine, strlen (fine), NULL));
  g_assert_false (coach_json_text_check ("x", deep, strlen (deep), &error));
  g_assert_nonnull (strstr (error->message, "nested too deeply"));
}

static void
test_members (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (GError) error = NULL;

  g_test_summary ("An object has no more members than a table of names can bear");
  for (guint i = 0; i < COACH_JSON_MAX_MEMBERS; i++)
    g_string_append_printf (text, "%s\"%u\":0", i > 0 ? "," : "", i);
  g_string_append_c (text, '}');
  g_assert_true (coach_json_text_check ("x", text->str, text->len, NULL));
  g_string_overwrite (text, text->len - 1, ",\"more\":0}");
  g_assert_false (coach_json_text_check ("x", text->str, text->len, &error));
  g_assert_nonnull (strstr (error->message, "too many members"));
}

static void
test_embedded_nul (void)
{
  g_autoptr (GError) error = NULL;

  g_test_summary ("A NUL byte does not end the text unseen");
  g_assert_false (coach_json_text_check ("x", "{}\0{}", 5, &error));
  g_assert_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_SYNTAX);
}

static CoachContentReader *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  CoachContentReader *reader = coach_content_reader_new_from_data ("x.json", text, strlen (text),
                                                                   &error);

  g_assert_no_error (error);
  g_assert_true (coach_content_reader_begin_root (reader));
  return reader;
}

static void
test_first_failure (void)
{
  g_autoptr (CoachContentReader) reader = read_text ("{\"a\":{\"n\":700,\"s\":3},\"extra\":1}");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_test_summary ("The first fault is the one that is told, with its path");
  coach_content_reader_begin_object (reader, "a");
  g_assert_cmpuint (coach_content_reader_get_uint (reader, "n", 1, 600), ==, 0);
  text = coach_content_reader_dup_string (reader, "s", 10);
  g_assert_null (text);
  coach_content_reader_end (reader);
  coach_content_reader_end (reader);
  g_assert_false (coach_content_reader_finish (reader, &error));
  g_assert_cmpstr (error->message, ==,
                   "x.json: a.n: is 700, must be a whole number from 1 to 600");
}

static void
test_unknown_member (void)
{
  g_autoptr (CoachContentReader) reader = read_text ("{\"list\":[{\"known\":true,\"new\":1}]}");
  g_autoptr (GError) error = NULL;

  g_test_summary ("A member that nobody asked for is told");
  g_assert_cmpuint (coach_content_reader_begin_array (reader, "list", 1, 5), ==, 1);
  coach_content_reader_begin_element (reader, 0);
  g_assert_true (coach_content_reader_get_boolean (reader, "known"));
  coach_content_reader_end (reader);
  coach_content_reader_end (reader);
  coach_content_reader_end (reader);
  g_assert_false (coach_content_reader_finish (reader, &error));
  g_assert_cmpstr (error->message, ==, "x.json: list[0].new: is unknown here");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalog/json-text/table", test_texts);
  g_test_add_func ("/catalog/json-text/nesting", test_nesting);
  g_test_add_func ("/catalog/json-text/members", test_members);
  g_test_add_func ("/catalog/json-text/nul", test_embedded_nul);
  g_test_add_func ("/catalog/content-reader/first-failure", test_first_failure);
  g_test_add_func ("/catalog/content-reader/unknown-member", test_unknown_member);

  return g_test_run ();
}
