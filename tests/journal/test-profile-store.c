/* The profile comes back as it was, whatever version or accident lies between. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "coach-journal-private.h"
#include "coach-journal-rows-private.h"
#include "coach-profile-json-private.h"
#include "journal.h"
#include "json-mutation.h"

typedef struct
{
  char              *folder;
  char              *path; /* of the file of the time before the journal */
  CoachJournal      *journal;
  CoachProfile      *profile;
  CoachProfileStore *store;
} Fixture;

static void
start (Fixture *fixture)
{
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", fixture->folder);

  fixture->journal = coach_journal_new (places);
  fixture->profile = coach_profile_new ();
  fixture->store = coach_profile_store_new (fixture->journal, fixture->profile);
}

static void
end (Fixture *fixture)
{
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->profile);
  g_assert_finalize_object (fixture->journal);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *base = g_dir_make_tmp ("coach-XXXXXX", NULL);

  fixture->folder = g_build_filename (base, "lowtide", NULL);
  fixture->path = g_build_filename (fixture->folder, "profile.json", NULL);
  start (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  end (fixture);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
put (Fixture    *fixture,
     const char *text)
{
  FILE *file;

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  file = g_fopen (fixture->path, "we");
  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static char *
get (Fixture *fixture)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  return text;
}

static GError *
save (Fixture *fixture)
{
  GError *error = NULL;

  coach_profile_store_save (fixture->store);
  coach_journal_flush (fixture->journal, &error);
  return error;
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_test_summary ("No file is the profile of somebody new");
  g_assert_true (coach_profile_store_load (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((GStrv) coach_profile_get_conditions (fixture->profile)), ==, 0);
}

static void
add_day (GString     *text,
         const char  *before,
         const GDate *day)
{
  char buffer[16] = "";

  if (day == NULL || !g_date_valid (day))
    return;
  g_date_strftime (buffer, sizeof buffer, "%F", day);
  g_string_append_printf (text, "%s%s", before, buffer);
}

static void
add_orders (GString      *text,
            CoachProfile *profile)
{
  g_auto (GStrv) moves = coach_profile_dup_ordered_moves (profile);
  g_auto (GStrv) traits = coach_profile_dup_ordered_traits (profile);

  for (guint i = 0; moves[i] != NULL; i++)
    g_string_append_printf (text, " %s=%s", moves[i], coach_order_get_id (
                                coach_profile_get_move_order (profile, moves[i])));
  for (guint i = 0; traits[i] != NULL; i++)
    g_string_append_printf (text, " trait:%s=%s", traits[i], coach_order_get_id (
                                coach_profile_get_trait_order (profile, traits[i])));
  for (guint i = 0; i < coach_profile_get_n_benches (profile); i++)
    {
      const CoachBench *bench = coach_profile_get_bench (profile, i);

      g_string_append_printf (text, " bench:%s", bench->move);
      add_day (text, "@", &bench->since);
      add_day (text, "-", &bench->until);
    }
}

static void
add_answers (GString      *text,
             CoachProfile *profile)
{
  CoachScreeningRecord *record = coach_profile_get_screening (profile);
  g_auto (GStrv) ids = coach_screening_record_dup_ids (record);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CoachScreeningAnswer *answer = coach_screening_record_get (record, ids[i]);

      g_string_append_printf (text, " %s?%s", ids[i], coach_answer_get_id (answer->answer));
      if (answer->unless != COACH_ANSWER_NONE)
        g_string_append_printf (text, "/%s", coach_answer_get_id (answer->unless));
      add_day (text, "@", &answer->answered);
      add_day (text, "<", &answer->first_yes);
      add_day (text, "=", &answer->date);
      if (answer->weeks > 0)
        g_string_append_printf (text, "+%uw", answer->weeks);
    }
  add_day (text, " cleared@", coach_screening_record_get_cleared (record));
}

/* All that a profile says, in a line. */
static void
add_reviewed (GString             *text,
              const CoachReviewed *reviewed)
{
  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    {
      g_autofree char *lead = g_strdup_printf (" %s@", coach_warning_get_id (i));

      add_day (text, lead, coach_reviewed_get (reviewed, i));
    }
}

static char *
describe (CoachProfile *profile)
{
  GString *text = g_string_new (NULL);
  const char * const *conditions = coach_profile_get_conditions (profile);
  const char * const *equipment = coach_profile_get_equipment (profile);
  const char *side = coach_side_get_id (coach_profile_get_side (profile));

  for (guint i = 0; conditions[i] != NULL; i++)
    g_string_append_printf (text, " %s", conditions[i]);
  if (side != NULL)
    g_string_append_printf (text, " %s", side);
  if (coach_profile_get_place (profile) == COACH_PLACE_CHAIR)
    g_string_append (text, " chair");
  if (equipment != NULL && equipment[0] == NULL)
    g_string_append (text, " has:nothing");
  for (guint i = 0; equipment != NULL && equipment[i] != NULL; i++)
    g_string_append_printf (text, " has:%s", equipment[i]);
  add_orders (text, profile);
  add_answers (text, profile);
  add_day (text, " flare@", coach_profile_get_flare_since (profile));
  add_day (text, " welcomed@", coach_profile_get_welcomed (profile));
  add_reviewed (text, coach_profile_get_reviewed (profile));
  return g_string_free (text, FALSE);
}

static void
assert_profile (CoachProfile *profile,
                const char   *expected)
{
  g_autofree char *found = describe (profile);

  g_assert_cmpstr (found + (*found == ' '), ==, expected);
}

static const char whole[] = "{"
  "\"version\":2,\"conditions\":[\"disc-related\",\"osteoporosis\"],\"side\":\"left\","
  "\"place\":\"chair\",\"equipment\":[\"mat\"],"
  "\"move_orders\":[{\"move\":\"bridge\",\"order\":\"allowed\"}],"
  "\"trait_orders\":[{\"trait\":\"impact\",\"order\":\"forbidden\"}],"
  "\"benches\":[{\"move\":\"cat-camel\",\"since\":\"2024-02-01\",\"until\":\"2024-02-08\"}],"
  "\"screening\":{\"cleared\":\"2024-01-31\",\"answers\":["
  "{\"question\":\"both-legs\",\"answer\":\"yes\",\"unless\":\"yes\",\"answered\":\"2024-02-01\","
  "\"first_yes\":\"2024-01-01\",\"weeks\":null,\"date\":null},"
  "{\"question\":\"pregnant\",\"answer\":\"yes\",\"unless\":\"none\",\"answered\":\"2024-02-01\","
  "\"first_yes\":\"2024-02-01\",\"weeks\":20,\"date\":\"2024-01-02\"},"
  "{\"question\":\"saddle\",\"answer\":\"no\",\"unless\":\"none\",\"answered\":\"2024-02-01\","
  "\"first_yes\":null,\"weeks\":null,\"date\":null}]},"
  "\"flare_since\":\"2024-02-02\",\"welcomed\":\"2024-01-01\","
  "\"reviewed\":{\"left\":\"2024-02-03\",\"both\":\"2024-02-04\"}}";

static const char whole_in_words[]
    = "disc-related osteoporosis left chair has:mat bridge=allowed trait:impact=forbidden"
      " bench:cat-camel@2024-02-01-2024-02-08 both-legs?yes/yes@2024-02-01<2024-01-01"
      " pregnant?yes@2024-02-01<2024-02-01=2024-01-02+20w saddle?no@2024-02-01"
      " cleared@2024-01-31 flare@2024-02-02 welcomed@2024-01-01"
      " left@2024-02-03 both@2024-02-04";

static const struct
{
  const char *json;    /* of which a profile is read */
  const char *message; /* what is told after the file's name, or NULL */
  const char *profile; /* what it is read as */
} odd[] = {
  { "{\"version\":2}", NULL, "" },
  { "{\"version\":1,\"conditions\":[\"pregnancy\"],\"side\":null}", NULL, "pregnancy" },
  { "{\"version\":7}", "version: was written by a newer version", "" },
  { "{\"version\":\"x\"}", "version: is not a whole number", "" },
  { "{\"conditions\":[\"of-tomorrow\",3]}", "conditions[1]: is not a text", "of-tomorrow" },
  { "{\"side\":\"both\"}", "side: \"both\" is not known", "" },
  { "{\"place\":\"pool\"}", "place: \"pool\" is not known", "chair" },
  { "{\"place\":2}", "place: is not a text", "chair" },
  { "{\"equipment\":[]}", NULL, "has:nothing" },
  { "{\"equipment\":\"mat\"}", "equipment: is not a list", "" },
  { "{\"move_orders\":[{\"move\":\"bridge\",\"order\":\"twice\"}]}",
    "move_orders[0].order: \"twice\" is not known", "bridge=never" },
  { "{\"move_orders\":[{\"move\":\"bridge\",\"order\":[]}]}",
    "move_orders[0].order: is not a text", "bridge=never" },
  { "{\"move_orders\":[{\"move\":\"bridge\"}]}", "move_orders[0].order: is missing",
    "bridge=never" },
  { "{\"move_orders\":[{\"move\":\"bridge\",\"order\":\"allowed\"},"
    "{\"move\":\"bridge\",\"order\":\"forbidden\"}]}", NULL, "bridge=forbidden" },
  { "{\"move_orders\":[{\"move\":\"bridge\",\"order\":\"never\"},"
    "{\"move\":\"bridge\",\"order\":\"allowed\"}]}", NULL, "bridge=never" },
  { "{\"move_orders\":[3,{\"order\":\"never\"}]}",
    "move_orders[0]: is not an object, and 1 more", "" },
  { "{\"trait_orders\":[{\"trait\":\"impact\",\"order\":\"x\"}]}",
    "trait_orders[0].order: \"x\" is not known", "trait:impact=never" },
  { "{\"benches\":[{\"move\":\"bridge\",\"since\":\"2024-02-30\",\"until\":7}]}",
    "benches[0].since: is not a day, and 1 more", "bench:bridge@1970-01-01" },
  { "{\"benches\":[{\"move\":\"bridge\",\"since\":\"2024-02-01\",\"until\":null}]}", NULL,
    "bench:bridge@2024-02-01" },
  { "{\"screening\":{\"answers\":[{\"question\":\"saddle\",\"answer\":\"perhaps\"}]}}",
    "screening.answers[0].answer: \"perhaps\" is not known", "" },
  { "{\"screening\":{\"answers\":[{\"question\":\"saddle\",\"answer\":\"no\",\"answered\":5}]}}",
    "screening.answers[0].answered: is not a text", "" },
  { "{\"screening\":{\"answers\":[{\"question\":\"saddle\",\"answer\":\"yes\",\"answered\":5}]}}",
    "screening.answers[0].answered: is not a text", "saddle?yes" },
  { "{\"screening\":{\"answers\":[{\"question\":\"a\",\"answer\":\"yes\"},"
    "{\"question\":\"a\",\"answer\":\"no\",\"answered\":\"2024-02-01\"}]}}", NULL, "a?yes" },
  { "{\"screening\":{\"answers\":[{\"question\":\"a\",\"answer\":\"yes\",\"weeks\":-1,"
    "\"unless\":\"so-so\"}]}}", "screening.answers[0].unless: \"so-so\" is not known, and 1 more",
    "a?yes" },
  { "{\"screening\":{\"cleared\":true}}", "screening.cleared: is not a text", "" },
  { "{\"screening\":[]}", "screening: is not an object", "" },
  { "{\"flare_since\":9}", "flare_since: is not a text", "flare@1970-01-01" },
  { "{\"reviewed\":[]}", "reviewed: is not an object", "" },
  { "{\"reviewed\":{\"left\":true,\"right\":\"2024-02-03\",\"both\":\"2024-02-30\"}}",
    "reviewed.left: is not a text, and 1 more", "right@2024-02-03" },
  { "{\"benches\":{},\"reviewed\":{\"left\":\"2024-02-03\"}}", "benches: is not a list", "" },
  { "{\"welcomed\":\"yes\"}", "welcomed: is not a day", "" },
  { "{\"conditions\":\"all\",\"welcomed\":\"2024-01-01\",\"screening\":{\"answers\":["
    "{\"question\":\"saddle\",\"answer\":\"no\",\"answered\":\"2024-02-01\"}]}}",
    "conditions: is not a list", "" },
  { "{\"benches\":{},\"screening\":{\"answers\":["
    "{\"question\":\"saddle\",\"answer\":\"no\",\"answered\":\"2024-02-01\"}]}}",
    "benches: is not a list", "" },
};

/* Nothing is there but a file of the time before the journal; a program of its own reads it. */
static void
load_file (Fixture     *fixture,
           const char  *text,
           GError     **error)
{
  g_autoptr (GError) local = NULL;

  coach_journal_erase (fixture->journal, &local);
  g_assert_no_error (local);
  put (fixture, text);
  end (fixture);
  start (fixture);
  coach_profile_store_load (fixture->store, error);
}

/* What is in the journal now. */
static char *
save_and_get (Fixture *fixture)
{
  g_autoptr (GError) error = save (fixture);
  g_autoptr (CoachJournalFile) file = NULL;
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = NULL;

  g_assert_no_error (error);
  file = coach_journal_open_to_read (fixture->journal, &error);
  g_assert_no_error (error);
  g_assert_true (coach_journal_get_document (file, COACH_JOURNAL_PROFILE, &object, NULL));
  g_assert_nonnull (object);
  json_node_set_object (root, object);
  return json_to_string (root, TRUE);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("Everything in a profile is read and written");
  load_file (fixture, whole, &error);
  g_assert_no_error (error);
  assert_profile (fixture->profile, whole_in_words);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  coach_profile_store_forget (fixture->store);
  text = save_and_get (fixture);
  json_mutation_assert_same (text, whole, TRUE);
  end (fixture);
  start (fixture);
  g_assert_true (coach_profile_store_load (fixture->store, NULL));
  assert_profile (fixture->profile, whole_in_words);
}

static void
test_odd (Fixture       *fixture,
          gconstpointer  data)
{
  g_test_summary ("What cannot be read is told, taken for the more careful thing, and kept");
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *message = NULL;
      g_autofree char *text = NULL;

      load_file (fixture, odd[i].json, &error);
      message = g_strconcat ("profile: ", odd[i].message, NULL);
      g_assert_cmpstr (error != NULL ? error->message : "profile: ", ==, message);
      assert_profile (fixture->profile, odd[i].profile);
      text = save_and_get (fixture);
      json_mutation_assert_same (text, odd[i].json, FALSE);
    }
}

/* Nobody gets leave to do something, or an answer, out of a file that did not give it. */
static void
assert_no_leave (CoachProfile *profile)
{
  CoachScreeningRecord *record = coach_profile_get_screening (profile);
  g_auto (GStrv) moves = coach_profile_dup_ordered_moves (profile);
  g_auto (GStrv) ids = coach_screening_record_dup_ids (record);

  for (guint i = 0; moves[i] != NULL; i++)
    g_assert_true (coach_profile_get_move_order (profile, moves[i]) == COACH_ORDER_NEVER
                   || g_str_equal (moves[i], "bridge") || g_str_equal (moves[i], "odd"));
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (coach_screening_record_get (record, ids[i])->answer != COACH_ANSWER_NO
                   || g_str_equal (ids[i], "saddle") || g_str_equal (ids[i], "odd"));
}

static void
check_mutation (const char *text,
                gpointer    data)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachStoredReader) reader = coach_stored_reader_new ("profile.json");
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  g_autofree char *kept = NULL;

  coach_profile_read_json (profile, json_node_get_object (root), reader);
  assert_no_leave (profile);
  coach_profile_write_json (profile, json_node_get_object (root));
  kept = json_to_string (root, FALSE);
  json_mutation_assert_same (kept, text, FALSE);
}

static void
test_mutations (Fixture       *fixture,
                gconstpointer  data)
{
  g_test_summary ("Whatever stands in the place of a member is kept, and gives no leave");
  json_mutation_foreach (whole, check_mutation, NULL);
}

static void
test_other_version (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GDate) day = g_date_new_dmy (3, 2, 2024);

  g_test_summary ("What a newer version wrote survives being changed by this one");
  load_file (fixture,
       "{\"version\":7,\"conditions\":[\"pregnancy\",\"of-tomorrow\",3],\"side\":\"both\","
       "\"mood\":{\"today\":[true,null,1.5]},"
       "\"move_orders\":[{\"move\":\"bridge\",\"order\":\"twice-a-week\",\"by\":\"Dr Who\"},"
       "{\"move\":\"clamshell\",\"order\":\"allowed\",\"by\":\"Dr No\"},\"odd\"],"
       "\"benches\":[{\"move\":\"a\",\"since\":\"2024-02-01\",\"until\":null,\"why\":1},"
       "{\"move\":\"b\",\"since\":\"2024-02-01\",\"until\":null,\"why\":2}],"
       "\"screening\":{\"by\":\"me\",\"answers\":[{\"question\":\"saddle\",\"answer\":\"no\","
       "\"answered\":\"2024-02-01\",\"sure\":0.5}]}}", &error);
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_NEWER);
  assert_profile (fixture->profile, "of-tomorrow pregnancy bridge=never clamshell=allowed"
                                    " bench:a@2024-02-01 bench:b@2024-02-01 saddle?no@2024-02-01");
  coach_profile_set_condition (fixture->profile, "pregnancy", FALSE);
  coach_profile_set_move_order (fixture->profile, "clamshell", COACH_ORDER_FORBIDDEN);
  coach_profile_unbench (fixture->profile, "a");
  coach_screening_record_set (
      coach_profile_get_screening (fixture->profile), "saddle",
      &(CoachScreeningAnswer) { .answer = COACH_ANSWER_NOT_SURE,
                                .answered = *day });
  text = save_and_get (fixture);
  json_mutation_assert_same (
      text,
      "{\"version\":7,\"conditions\":[3,\"of-tomorrow\"],\"side\":\"both\","
      "\"mood\":{\"today\":[true,null,1.5]},"
      "\"move_orders\":[{\"move\":\"bridge\",\"order\":\"twice-a-week\",\"by\":\"Dr Who\"},"
      "{\"move\":\"clamshell\",\"order\":\"forbidden\",\"by\":\"Dr No\"},\"odd\"],"
      "\"benches\":[{\"move\":\"b\",\"since\":\"2024-02-01\",\"until\":null,\"why\":2}],"
      "\"screening\":{\"by\":\"me\",\"answers\":[{\"question\":\"saddle\",\"answer\":\"not-sure\","
      "\"answered\":\"2024-02-03\",\"sure\":0.5,\"unless\":\"none\",\"first_yes\":null,"
      "\"date\":null,\"weeks\":null}]}}",
      TRUE);
}

static void
test_in_the_way (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr (GDate) day = g_date_new_dmy (1, 2, 2024);

  g_test_summary ("What is in the way of something new is kept under another name");
  load_file (fixture, "{\"version\":2,\"equipment\":\"all\",\"benches\":{\"a\":1}}", NULL);
  coach_profile_set_equipment (fixture->profile, (const char *[]) { NULL });
  coach_profile_bench (fixture->profile, "bridge", day, NULL);
  text = save_and_get (fixture);
  json_mutation_assert_same (text,
                    "{\"version\":2,\"equipment\":[],\"equipment-unread\":\"all\","
                    "\"benches\":[{\"move\":\"bridge\",\"since\":\"2024-02-01\",\"until\":null}],"
                    "\"benches-unread\":{\"a\":1}}",
                    TRUE);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged-1", NULL);

  g_test_summary ("Cut off anywhere, a file is set aside whole, and no question counts as answered");
  for (gsize length = 0; length < strlen (whole); length += 5)
    {
      g_autofree char *cut = g_strndup (whole, length);
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;

      load_file (fixture, cut, &error);
      g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
      assert_profile (fixture->profile, "");
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, cut);
      g_assert_cmpint (g_remove (aside), ==, 0);
    }
}

static void
test_read_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_test_summary ("Any file can be read, and lies where it lay");
  put (fixture, whole);
  g_assert_true (coach_profile_read_file (fixture->path, profile, &error));
  assert_profile (profile, whole_in_words);
  put (fixture, "{\"version\":3,\"place\":1}");
  g_assert_false (coach_profile_read_file (fixture->path, profile, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_NEWER);
  g_clear_error (&error);
  put (fixture, "{");
  g_assert_false (coach_profile_read_file (fixture->path, profile, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
  text = get (fixture);
  g_assert_cmpstr (text, ==, "{");
}

static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_test_summary ("A folder that cannot be made is an error, and the profile stays in memory");
  g_assert_true (g_file_set_contents (fixture->folder, "in the way", -1, NULL));
  coach_profile_set_condition (fixture->profile, "pregnancy", TRUE);
  error = save (fixture);
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE);
  g_assert_true (coach_profile_has_condition (fixture->profile, "pregnancy"));
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  g_clear_error (&error);
  error = save (fixture);
  g_assert_no_error (error);
}

static void
test_last_one_remains (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_test_summary ("Of many changes in a row the last one is in the journal");
  load_file (fixture, whole, NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("condition-%u", i);

      coach_profile_set_conditions (fixture->profile, (const char *[]) { id, NULL });
      coach_profile_store_save (fixture->store);
    }
  text = save_and_get (fixture);
  g_assert_nonnull (strstr (text, "condition-19"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/journal/profile-store/nothing", test_nothing);
  ADD ("/journal/profile-store/whole", test_whole);
  ADD ("/journal/profile-store/odd", test_odd);
  ADD ("/journal/profile-store/mutations", test_mutations);
  ADD ("/journal/profile-store/other-version", test_other_version);
  ADD ("/journal/profile-store/in-the-way", test_in_the_way);
  ADD ("/journal/profile-store/truncated", test_truncated);
  ADD ("/journal/profile-store/read-file", test_read_file);
  ADD ("/journal/profile-store/no-room", test_no_room);
  ADD ("/journal/profile-store/last-one-remains", test_last_one_remains);

  return g_test_run ();
}
