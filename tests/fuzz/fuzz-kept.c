/* A fuzzer for what is kept of a person, FUZZ_KIND. Whatever the text is, it is read into something
 * whole, and what is not understood is told in a line that names the file. Of a profile that is
 * written again unchanged, nothing is lost. */
#include <glib.h>
#include <stdint.h>

#include "coach-diary-private.h"
#include "coach-profile-json-private.h"
#include "journal.h"

#define KIND_PROFILE 1
#define KIND_DIARY   2

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
assert_told (CoachStoredReader *reader)
{
  g_autoptr (GError) error = NULL;

  if (coach_stored_reader_finish (reader, &error))
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_true (error->domain == COACH_JOURNAL_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "fuzz.json: "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  for (const char *c = error->message; *c != '\0'; c = g_utf8_next_char (c))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (c)));
}

#if FUZZ_KIND == KIND_PROFILE

static void
read_kept (JsonObject        *object,
           CoachStoredReader *reader)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (JsonNode) before = json_node_alloc ();
  g_autoptr (JsonNode) after = json_node_alloc ();
  g_autofree char *text = NULL;
  g_autofree char *written = NULL;

  json_object_set_int_member (object, "version", COACH_PROFILE_VERSION);
  json_node_init_object (before, object);
  text = json_to_string (before, FALSE);
  coach_profile_read_json (profile, object, reader);
  coach_profile_write_json (profile, object);
  json_node_init_object (after, object);
  written = json_to_string (after, FALSE);
  g_assert_cmpstr (written, ==, text);
}

#else

static void
read_kept (JsonObject        *object,
           CoachStoredReader *reader)
{
  g_autoptr (CoachDiaryRecords) records = coach_diary_records_new ();

  coach_diary_read_json (records, object, reader);
  for (guint i = 0; i < records->checkins->len; i++)
    {
      const CoachCheckin *checkin = &g_array_index (records->checkins, CoachCheckin, i);

      g_assert_nonnull (checkin->when);
      g_assert_cmpuint (coach_pain_get_worst (&checkin->pain), <=, COACH_PAIN_WORST);
    }
  for (guint i = 0; i < records->sessions->len; i++)
    {
      const CoachDiarySession *session = g_ptr_array_index (records->sessions, i);

      g_assert_nonnull (session->id);
      g_assert_nonnull (session->began);
    }
}

#endif

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *text = (const char *) data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (CoachStoredReader) reader = coach_stored_reader_new ("fuzz.json");
  JsonNode *root;

  if (!coach_json_text_check ("fuzz.json", text, size, NULL)
      || !json_parser_load_from_data (parser, text, (gssize) size, NULL))
    return 0;
  root = json_parser_get_root (parser);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return 0;
  coach_stored_reader_check_version (reader, json_node_get_object (root), 1);
  read_kept (json_node_get_object (root), reader);
  assert_told (reader);
  return 0;
}
