/* The diary comes back as it was, and a file of the time before the journal is read so that nobody
 * does too much because of it. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "coach-diary-private.h"
#include "journal.h"
#include "json-mutation.h"

typedef struct
{
  char         *folder;
  char         *path; /* of the file of the time before the journal */
  CoachJournal *journal;
  CoachDiary   *diary;
} Fixture;

static void
start (Fixture *fixture)
{
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", fixture->folder);

  fixture->journal = coach_journal_new (places);
  fixture->diary = coach_diary_new (fixture->journal);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *base = g_dir_make_tmp ("coach-XXXXXX", NULL);

  fixture->folder = g_build_filename (base, "lowtide", NULL);
  fixture->path = g_build_filename (fixture->folder, "diary.json", NULL);
  start (fixture);
}

/* A thread that read drops its references a moment after the callback was called. */
static void
wait_for_threads (Fixture *fixture)
{
  for (guint i = 0; i < 5000 && (G_OBJECT (fixture->diary)->ref_count > 1
                                 || G_OBJECT (fixture->journal)->ref_count > 2); i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
end (Fixture *fixture)
{
  wait_for_threads (fixture);
  g_assert_finalize_object (fixture->diary);
  g_assert_finalize_object (fixture->journal);
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

static void
flush (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  coach_journal_flush (fixture->journal, &error);
  g_assert_no_error (error);
}

/* A program of its own reads the journal. */
static void
load_again (Fixture  *fixture,
            GError  **error)
{
  end (fixture);
  start (fixture);
  coach_diary_load (fixture->diary, NULL, error);
}

/* Nothing is there but a file of the time before the journal. */
static void
load_file (Fixture     *fixture,
           const char  *text,
           GError     **error)
{
  g_autoptr (GError) local = NULL;

  coach_journal_erase (fixture->journal, &local);
  g_assert_no_error (local);
  put (fixture, text);
  load_again (fixture, error);
}

static void
add_time (GString    *text,
          const char *before,
          GDateTime  *time)
{
  g_autofree char *written = time != NULL ? g_date_time_format (time, "%d %H:%M%:z") : NULL;

  if (written != NULL)
    g_string_append_printf (text, "%s%s", before, written);
}

static void
add_pain (GString         *text,
          const char      *before,
          const CoachPain *pain,
          const char      *colour)
{
  if (pain == NULL)
    return;
  g_string_append (text, before);
  for (guint i = 0; i < COACH_N_ZONES; i++)
    g_string_append_printf (text, "%x", pain->scores[i]);
  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    {
      if (pain->left & (1u << i))
        g_string_append_printf (text, "l%u", i);
      if (pain->right & (1u << i))
        g_string_append_printf (text, "r%u", i);
    }
  if (colour != NULL)
    g_string_append_printf (text, "(%s)", colour);
}

static void
add_session (GString                 *text,
             const CoachDiarySession *session)
{
  g_string_append_printf (text, " session %s", strlen (session->id) < 64 ? session->id : "made-up");
  add_time (text, " ", session->began);
  add_time (text, "-", session->ended);
  g_string_append_printf (text, " %s%s%s", session->routine[0] != '\0' ? session->routine : "?",
                          session->is_completed ? " completed" : "",
                          session->is_half_dose ? " half" : "");
  for (guint i = 0; i < session->steps->len; i++)
    {
      const CoachDiaryStep *step = g_ptr_array_index (session->steps, i);

      g_string_append_printf (text, " %s=%s/%u+%u+%u", step->movement,
                              coach_step_outcome_get_id (step->outcome), step->left_s,
                              step->right_s, step->both_s);
    }
  add_pain (text, " before:", session->before, NULL);
  add_pain (text, " after:", session->after, NULL);
  if (session->effort > 0)
    g_string_append_printf (text, " effort:%u", session->effort);
  add_pain (text, " hour:", session->hour_after,
            coach_pain_colour_get_id (session->hour_after_colour));
  add_pain (text, " morning:", session->morning,
            coach_pain_colour_get_id (session->morning_colour));
  add_pain (text, " second:", session->second_morning,
            coach_pain_colour_get_id (session->second_morning_colour));
}

static void
add_hurt (GString              *text,
          const CoachDiaryHurt *hurt)
{
  const CoachHurtsState *state = &hurt->state;

  add_time (text, " hurt ", hurt->when);
  g_string_append_printf (text, " %s@%s %s>%s", hurt->movement,
                          hurt->session != NULL ? hurt->session : "-",
                          coach_hurts_kind_get_id (state->kind),
                          coach_hurts_action_get_id (state->action));
  if (state->has_score)
    g_string_append_printf (text, " %u(%s)", state->score,
                            coach_pain_colour_get_id (state->colour));
  if (state->bench_days > 0)
    g_string_append_printf (text, " %ud", state->bench_days);
  g_string_append_printf (text, "%s%s%s%s", state->was_amber ? " amber" : "",
                          state->no_nerve_tension ? " loose" : "",
                          state->rest_day ? " rest" : "", state->asks_screening ? " asks" : "");
}

/* All that a diary says, in a line. */
static char *
describe (CoachDiary *diary)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < coach_diary_get_n_checkins (diary); i++)
    {
      add_time (text, " checkin ", coach_diary_get_checkin (diary, i)->when);
      add_pain (text, " ", &coach_diary_get_checkin (diary, i)->pain, NULL);
    }
  for (guint i = 0; i < coach_diary_get_n_sessions (diary); i++)
    add_session (text, coach_diary_get_session (diary, i));
  for (guint i = 0; i < coach_diary_get_n_hurts (diary); i++)
    add_hurt (text, coach_diary_get_hurt (diary, i));
  for (guint i = 0; i < coach_diary_get_n_packs (diary); i++)
    {
      const CoachDiaryPack *pack = coach_diary_get_pack (diary, i);

      g_string_append_printf (text, " %s", coach_pack_kind_get_id (pack->kind));
      add_time (text, " ", pack->began);
      g_string_append_printf (text, "/%u", pack->length_s);
    }
  return g_string_free (text, FALSE);
}

static void
assert_diary (CoachDiary *diary,
              const char *expected)
{
  g_autofree char *found = describe (diary);

  g_assert_cmpstr (found + (*found == ' '), ==, expected);
}

#define TIME(hour)  "\"2024-02-29T" hour ":00+01:00\""
#define PAIN(zones) "\"zones\":{" zones "},\"flags\":{\"left\":[],\"right\":[]}"
#define NO_PAIN     PAIN ("")

static const char whole[] = "{\"version\":1,"
  "\"checkins\":[{\"id\":\"c\",\"when\":" TIME ("08:00") ",\"zones\":{\"calf-left\":4,\"low-back\":2},"
  "\"flags\":{\"left\":[\"numbness\",\"burning\"],\"right\":[\"weakness\"]}}],"
  "\"sessions\":[{\"id\":\"a\",\"began\":" TIME ("09:00") ",\"ended\":" TIME ("09:20") ","
  "\"routine\":\"r\",\"completed\":true,\"half_dose\":true,"
  "\"steps\":[{\"movement\":\"bridge\",\"outcome\":\"done\",\"left_s\":0,\"right_s\":0,\"both_s\":60},"
  "{\"movement\":\"clamshell\",\"outcome\":\"hurt\",\"left_s\":5,\"right_s\":2,\"both_s\":0}],"
  "\"before\":{" PAIN ("\"foot-right\":10") "},\"after\":{" NO_PAIN "},\"effort\":3,"
  "\"hour_after\":{" NO_PAIN ",\"colour\":\"green\"},"
  "\"morning\":{" PAIN ("\"low-back\":5") ",\"colour\":\"red\"},"
  "\"second_morning\":{" NO_PAIN ",\"colour\":\"amber\"}}],"
  "\"hurts\":[{\"id\":\"h\",\"when\":" TIME ("09:10") ",\"session\":\"a\",\"movement\":\"clamshell\","
  "\"kind\":\"burning\",\"score\":6,\"colour\":\"amber\",\"was_amber\":true,\"action\":\"skip\","
  "\"bench_days\":7,\"no_nerve_tension\":true,\"rest_day\":true,\"asks_screening\":true}],"
  "\"packs\":[{\"id\":\"p\",\"kind\":\"cold\",\"began\":" TIME ("10:00") ",\"length_s\":600}],"
  "\"breaks\":[{\"id\":\"b\",\"kind\":\"stand\",\"when\":" TIME ("11:00") ",\"length_s\":60,"
  "\"sat_s\":1800}]}";

static const char whole_in_words[]
    = "checkin 29 08:00+01:00 200400000l0r1l2"
      " session a 29 09:00+01:00-29 09:20+01:00 r completed half bridge=done/0+0+60 clamshell=hurt/5+2+0"
      " before:00000000a after:000000000 effort:3 hour:000000000(green) morning:500000000(red)"
      " second:000000000(amber)"
      " hurt 29 09:10+01:00 clamshell@a burning>skip 6(amber) 7d amber loose rest asks"
      " cold 29 10:00+01:00/600";

#define CHECKIN(members) "{\"checkins\":[{\"when\":" TIME ("08:00") "," members "}]}"
#define SESSION(members)                                                                           \
  "{\"sessions\":[{\"id\":\"a\",\"began\":" TIME ("09:00") ",\"routine\":\"r\"," members "}]}"
#define HURT(members)                                                                              \
  "{\"hurts\":[{\"when\":" TIME ("09:10") ",\"movement\":\"m\",\"kind\":\"ache\","                 \
  "\"action\":\"go-on\"," members "}]}"

static const struct
{
  const char *json;
  const char *message; /* what is told after the file's name, or NULL */
  const char *diary;
} odd[] = {
  { "{\"version\":1}", NULL, "" },
  { "{\"version\":2}", "version: was written by a newer version", "" },
  { "{\"checkins\":{}}", "checkins: is not a list", "" },
  { "{\"checkins\":[7,{}]}", "checkins[0]: is not an object, and 1 more", "" },
  { "{\"checkins\":[{\"when\":\"2024-02-29T08:00:00\",\"zones\":{}}]}",
    "checkins[0].when: is not a time with its offset", "" },
  { CHECKIN ("\"zones\":{\"calf-left\":\"much\",\"tail\":3}"),
    "checkins[0].zones.calf-left: is not a whole number, and 1 more",
    "checkin 29 08:00+01:00 000a00000" },
  { CHECKIN ("\"zones\":{\"calf-left\":11}"), "checkins[0].zones.calf-left: is out of range",
    "checkin 29 08:00+01:00 000a00000" },
  { CHECKIN ("\"zones\":[]"), "checkins[0].zones: is not an object",
    "checkin 29 08:00+01:00 aaaaaaaaa" },
  { CHECKIN ("\"flags\":{\"left\":[\"itching\"]}"),
    "checkins[0].flags.left: \"itching\" is not known", "checkin 29 08:00+01:00 000000000l0" },
  { CHECKIN ("\"flags\":3"), "checkins[0].flags: is not an object",
    "checkin 29 08:00+01:00 000000000l0r0" },
  { SESSION ("\"completed\":\"yes\",\"half_dose\":1"),
    "sessions[0].completed: is neither true nor false, and 1 more", "session a 29 09:00+01:00 r" },
  { "{\"sessions\":[{\"id\":4,\"began\":" TIME ("09:00") "}]}", "sessions[0].id: is not a text",
    "session made-up 29 09:00+01:00 ?" },
  { "{\"sessions\":[{\"id\":\"a\"}]}", "sessions[0].began: is missing", "" },
  { SESSION ("\"steps\":[{\"movement\":\"m\",\"outcome\":\"flew\",\"worked_s\":-1}]"),
    "sessions[0].steps[0].outcome: \"flew\" is not known, and 1 more",
    "session a 29 09:00+01:00 r m=hurt/0+0+0" },
  { SESSION ("\"steps\":[{\"movement\":\"m\",\"outcome\":\"done\",\"worked_s\":9}]"), NULL,
    "session a 29 09:00+01:00 r m=done/0+0+9" },
  { SESSION ("\"before\":{\"zones\":{\"calf-left\":99}}"),
    "sessions[0].before.zones.calf-left: is out of range", "session a 29 09:00+01:00 r" },
  { SESSION ("\"hour_after\":{" NO_PAIN ",\"colour\":\"blue\"}"),
    "sessions[0].hour_after.colour: \"blue\" is not known",
    "session a 29 09:00+01:00 r hour:000000000(red)" },
  { SESSION ("\"morning\":{" NO_PAIN "}"), "sessions[0].morning.colour: is missing",
    "session a 29 09:00+01:00 r morning:000000000(red)" },
  { SESSION ("\"morning\":\"fine\""), "sessions[0].morning: is not an object",
    "session a 29 09:00+01:00 r morning:aaaaaaaaa(red)" },
  { SESSION ("\"effort\":6"), "sessions[0].effort: is out of range",
    "session a 29 09:00+01:00 r" },
  { HURT ("\"rest_day\":3"), "hurts[0].rest_day: is neither true nor false",
    "hurt 29 09:10+01:00 m@- ache>go-on rest" },
  { HURT ("\"score\":\"x\""), "hurts[0].score: is not a whole number, and 1 more",
    "hurt 29 09:10+01:00 m@- ache>go-on 10(red)" },
  { "{\"hurts\":[{\"when\":" TIME ("09:10") ",\"movement\":\"m\",\"kind\":\"odd\","
    "\"action\":\"odd\"}]}", "hurts[0].kind: \"odd\" is not known, and 1 more",
    "hurt 29 09:10+01:00 m@- other>end" },
  { "{\"packs\":[{\"kind\":\"mud\",\"began\":" TIME ("09:10") "}]}",
    "packs[0].kind: \"mud\" is not known", "heat 29 09:10+01:00/0" },
};

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *away = g_strconcat (fixture->path, ".taken-over", NULL);

  g_test_summary ("Everything in an older file goes into the journal, and the file is put away");
  load_file (fixture, whole, &error);
  g_assert_no_error (error);
  assert_diary (fixture->diary, whole_in_words);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (away, G_FILE_TEST_EXISTS));
  load_again (fixture, &error);
  g_assert_no_error (error);
  assert_diary (fixture->diary, whole_in_words);
}

static void
test_json (void)
{
  g_autoptr (CoachDiaryRecords) records = coach_diary_records_new ();
  g_autoptr (CoachStoredReader) reader = coach_stored_reader_new ("whole.json");
  g_autoptr (JsonNode) read = json_from_string (whole, NULL);
  g_autoptr (JsonNode) written = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *text = NULL;

  g_test_summary ("What is read is written in the same words");
  coach_diary_read_json (records, json_node_get_object (read), reader);
  g_assert_true (coach_stored_reader_finish (reader, NULL));
  coach_diary_write_json (records, object);
  json_node_set_object (written, object);
  text = json_to_string (written, FALSE);
  json_mutation_assert_same (text, whole, FALSE);
}

static void
test_odd (Fixture       *fixture,
          gconstpointer  data)
{
  g_test_summary ("What cannot be read is told, and taken for the more careful thing");
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *message = NULL;

      load_file (fixture, odd[i].json, &error);
      message = g_strconcat ("diary.json: ", odd[i].message, NULL);
      g_assert_cmpstr (error != NULL ? error->message : "diary.json: ", ==, message);
      assert_diary (fixture->diary, odd[i].diary);
      load_again (fixture, NULL);
      assert_diary (fixture->diary, odd[i].diary);
    }
}

static void
check_mutation (const char *text,
                gpointer    data)
{
  g_autoptr (CoachStoredReader) reader = coach_stored_reader_new ("diary.json");
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  g_autoptr (CoachDiaryRecords) records = coach_diary_records_new ();

  coach_diary_read_json (records, json_node_get_object (root), reader);
  if (records->sessions->len > 0)
    {
      const CoachDiarySession *session = g_ptr_array_index (records->sessions, 0);

      g_assert_true (session->morning == NULL || session->morning_colour == COACH_PAIN_RED);
      g_assert_true (session->before == NULL
                     || coach_pain_get_worst (session->before) <= COACH_PAIN_WORST);
    }
}

static void
test_mutations (Fixture       *fixture,
                gconstpointer  data)
{
  g_test_summary ("Whatever stands in the place of a member, no red turns green");
  json_mutation_foreach (whole, check_mutation, NULL);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged-1", NULL);

  g_test_summary ("Cut off anywhere, a file is set aside whole");
  for (gsize length = 0; length < strlen (whole); length += 7)
    {
      g_autofree char *cut = g_strndup (whole, length);
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;

      load_file (fixture, cut, &error);
      g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
      assert_diary (fixture->diary, "");
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, cut);
      g_assert_cmpint (g_remove (aside), ==, 0);
    }
}

static GDateTime *
make_time (const char *text)
{
  GDateTime *time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return time;
}

static void
add_checkin (CoachDiary *diary,
             const char *when,
             guint8      score)
{
  g_autoptr (GDateTime) time = make_time (when);
  CoachPain pain = { .scores = { score } };

  coach_diary_add_checkin (diary, time, &pain);
}

static void
test_corrected (Fixture       *fixture,
                gconstpointer  data)
{
  CoachPain pain = { .scores = { 1 }, .left = COACH_PAIN_BURNING };
  g_autofree char *id = NULL;

  g_test_summary ("A wrong check-in is corrected or taken out, and stays so");
  add_checkin (fixture->diary, "2024-03-01T08:00:00+01:00", 9);
  add_checkin (fixture->diary, "2024-03-02T08:00:00+01:00", 8);
  add_checkin (fixture->diary, "2024-03-03T08:00:00+01:00", 7);
  id = g_strdup (coach_diary_get_checkin_id (fixture->diary, 1));
  coach_diary_change_checkin (fixture->diary, coach_diary_get_checkin_id (fixture->diary, 0),
                              &pain);
  coach_diary_remove_checkin (fixture->diary, id);
  coach_diary_remove_checkin (fixture->diary, id);
  coach_diary_change_checkin (fixture->diary, id, &pain);
  flush (fixture);
  load_again (fixture, NULL);
  assert_diary (fixture->diary,
                "checkin 01 08:00+01:00 100000000l2 checkin 03 08:00+01:00 700000000");
}

static void
test_recent (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GDateTime) long_ago = make_time ("2023-03-01T08:00:00+01:00");
  g_autoptr (GDateTime) lately = make_time ("2024-02-01T08:00:00+01:00");
  g_autoptr (GDate) today = g_date_new_dmy (1, 3, 2024);

  g_test_summary ("All check-ins are in memory, and of the rest the last months");
  load_again (fixture, NULL);
  add_checkin (fixture->diary, "2023-03-01T08:00:00+01:00", 1);
  coach_diary_add_pack (fixture->diary, COACH_PACK_HEAT, long_ago, 60);
  coach_diary_add_pack (fixture->diary, COACH_PACK_COLD, lately, 60);
  flush (fixture);
  end (fixture);
  start (fixture);
  g_assert_true (coach_diary_load (fixture->diary, today, NULL));
  assert_diary (fixture->diary, "checkin 01 08:00+01:00 100000000 cold 01 08:00+01:00/60");
}

static void
span_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  CoachDiaryRecords **records = data;

  *records = coach_diary_read_span_finish (COACH_DIARY (object), result, NULL);
  g_assert_nonnull (*records);
}

/* Midnight is that of the person's clock, and an hour that comes twice is two hours. */
static void
test_span (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const times[] = {
    "2024-10-26T23:59:59+02:00", "2024-10-27T00:00:00+02:00", "2024-10-27T02:30:00+02:00",
    "2024-10-27T02:30:00+01:00", "2024-10-27T23:59:59+01:00", "2024-10-28T00:00:00+01:00",
    "2024-10-27T21:00:00-10:00",
  };
  g_autoptr (GDate) day = g_date_new_dmy (27, 10, 2024);
  g_autoptr (CoachDiaryRecords) records = NULL;
  g_autoptr (CoachDiaryRecords) none = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  g_test_summary ("The records of a day are those that the person's clock and calendar put on it");
  load_again (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    add_checkin (fixture->diary, times[i], 1);
  coach_diary_read_span_async (fixture->diary, day, day, NULL, span_read_cb, &records);
  for (guint i = 0; i < 10000 && records == NULL; i++)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < records->checkins->len; i++)
    add_time (found, " ", g_array_index (records->checkins, CoachCheckin, i).when);
  g_assert_cmpstr (found->str, ==, " 27 00:00+02:00 27 02:30+02:00 27 02:30+01:00 27 23:59+01:00"
                                   " 27 21:00-10:00");
  g_assert_true (coach_journal_erase (fixture->journal, NULL));
  coach_diary_read_span_async (fixture->diary, day, day, NULL, span_read_cb, &none);
  for (guint i = 0; i < 10000 && none == NULL; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (none->checkins->len, ==, 0);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_test_summary ("Records are in the order of time, even of a clock that was set back");
  add_checkin (fixture->diary, "2024-03-02T08:00:00+01:00", 2);
  add_checkin (fixture->diary, "2024-03-03T08:00:00+01:00", 3);
  add_checkin (fixture->diary, "2024-03-01T08:00:00+01:00", 1);
  flush (fixture);
  load_again (fixture, NULL);
  assert_diary (fixture->diary,
                "checkin 01 08:00+01:00 100000000 checkin 02 08:00+01:00 200000000"
                " checkin 03 08:00+01:00 300000000");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/journal/diary/whole", test_whole);
  ADD ("/journal/diary/odd", test_odd);
  ADD ("/journal/diary/mutations", test_mutations);
  ADD ("/journal/diary/truncated", test_truncated);
  g_test_add_func ("/journal/diary/json", test_json);
  ADD ("/journal/diary/corrected", test_corrected);
  ADD ("/journal/diary/recent", test_recent);
  ADD ("/journal/diary/span", test_span);
  ADD ("/journal/diary/order", test_order);

  return g_test_run ();
}
