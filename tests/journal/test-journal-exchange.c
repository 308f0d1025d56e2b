/* What is exported comes back as it was, and what is imported never harms what is there. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "journal.h"

typedef struct
{
  char         *base;
  char         *file; /* what is imported */
  CoachJournal *journal;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (CoachPlaces) places = NULL;
  g_autofree char *folder = NULL;

  fixture->base = g_dir_make_tmp ("coach-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->base, "journal.json", NULL);
  folder = g_build_filename (fixture->base, "lowtide", NULL);
  places = coach_places_new ("unused", "unused", folder);
  fixture->journal = coach_journal_new (places);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->journal);
  g_free (fixture->file);
  g_free (fixture->base);
}

#define PAIN(zones) "\"zones\":{" zones "},\"flags\":{\"left\":[],\"right\":[]}"

static const char whole[] = "{\"format\":\"lowtide-journal\",\"version\":1,"
  "\"profile\":{\"version\":2,\"conditions\":[\"pregnancy\"],\"of_tomorrow\":[1.5,null]},"
  "\"checkins\":[{\"id\":\"c2\",\"when\":\"2024-03-01T08:00:00-03:30\",\"zones\":{},"
  "\"flags\":{\"left\":[],\"right\":[]}},"
  "{\"id\":\"c1\",\"when\":\"2024-02-29T08:00:00+01:00\",\"zones\":{\"calf-left\":4},"
  "\"flags\":{\"left\":[\"numbness\",\"burning\"],\"right\":[\"weakness\"]}}],"
  "\"sessions\":[{\"id\":\"s\",\"began\":\"2024-02-29T09:00:00+01:00\","
  "\"ended\":\"2024-02-29T09:20:00+01:00\",\"routine\":\"no-floor\",\"completed\":true,"
  "\"half_dose\":false,\"steps\":[{\"movement\":\"bridge\",\"outcome\":\"done\",\"left_s\":0,"
  "\"right_s\":0,\"both_s\":60},{\"movement\":\"own \\\"move\\\", mine\",\"outcome\":\"hurt\","
  "\"left_s\":5,\"right_s\":2,\"both_s\":0}],\"before\":{" PAIN ("\"foot-right\":10") "},"
  "\"effort\":3,\"morning\":{" PAIN ("\"low-back\":5") ",\"colour\":\"red\"}},"
  "{\"id\":\"open\",\"began\":\"2024-03-02T09:00:00+01:00\",\"ended\":null,\"routine\":\"no-floor\","
  "\"completed\":false,\"half_dose\":true,\"steps\":[]}],"
  "\"hurts\":[{\"id\":\"h\",\"when\":\"2024-02-29T09:10:00+01:00\",\"session\":\"s\","
  "\"movement\":\"bridge\",\"kind\":\"burning\",\"score\":6,\"colour\":\"amber\","
  "\"was_amber\":true,\"action\":\"skip\",\"bench_days\":7,\"no_nerve_tension\":true,"
  "\"rest_day\":true,\"asks_screening\":true}],"
  "\"packs\":[{\"id\":\"p\",\"kind\":\"cold\",\"began\":\"2024-02-29T10:00:00+01:00\","
  "\"length_s\":600}],"
  "\"breaks\":[{\"id\":\"b\",\"kind\":\"stand\",\"when\":\"2024-02-29T11:00:00+01:00\","
  "\"length_s\":60,\"sat_s\":1800}]}";

static gboolean
import (Fixture             *fixture,
        const char          *text,
        CoachJournalImport  *result,
        GError             **error)
{
  g_assert_true (g_file_set_contents (fixture->file, text, -1, NULL));
  return coach_journal_import_file (fixture->journal, fixture->file, result, error);
}

static void
import_whole (Fixture            *fixture,
              CoachJournalImport *result)
{
  g_autoptr (GError) error = NULL;

  import (fixture, whole, result, &error);
  g_assert_no_error (error);
}

static char *
export (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = coach_journal_export_json (fixture->journal, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  CoachJournalImport result;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_test_summary ("Export, erase, import, export gives the same bytes");
  import_whole (fixture, &result);
  g_assert_cmpuint (result.n_added, ==, 7);
  g_assert_cmpuint (result.n_known, ==, 0);
  g_assert_true (result.took_profile);
  first = export (fixture);
  g_assert_nonnull (strstr (first, "of_tomorrow"));
  g_assert_true (coach_journal_erase (fixture->journal, &error));
  g_assert_false (coach_journal_check (fixture->journal, NULL));
  import (fixture, first, &result, &error);
  g_assert_no_error (error);
  second = export (fixture);
  g_assert_cmpstr (second, ==, first);
}

static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  CoachJournalImport result;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_test_summary ("Importing a file a second time changes nothing");
  import_whole (fixture, &result);
  first = export (fixture);
  import_whole (fixture, &result);
  g_assert_cmpuint (result.n_added, ==, 0);
  g_assert_cmpuint (result.n_known, ==, 7);
  g_assert_true (result.kept_profile);
  second = export (fixture);
  g_assert_cmpstr (second, ==, first);
}

#define HEAD "{\"format\":\"lowtide-journal\",\"version\":1,"

static void
test_merged (Fixture       *fixture,
             gconstpointer  data)
{
  CoachJournalImport result;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_test_summary ("What is there stays; a session is completed by what the file knows more of it");
  import_whole (fixture, &result);
  import (fixture,
          HEAD "\"profile\":{\"version\":2},\"checkins\":[{\"id\":\"c1\","
               "\"when\":\"2024-02-29T08:00:00+01:00\",\"zones\":{\"foot-left\":9}}],"
               "\"sessions\":[{\"id\":\"open\",\"began\":\"2024-03-02T09:00:00+01:00\","
               "\"ended\":\"2024-03-02T09:31:00+01:00\",\"routine\":\"no-floor\","
               "\"completed\":true,\"half_dose\":true,\"steps\":[]},{\"id\":\"s\","
               "\"began\":\"2024-02-29T09:00:00+01:00\",\"routine\":\"no-floor\","
               "\"after\":{\"zones\":{\"thigh-left\":7}},\"morning\":{\"zones\":{},"
               "\"colour\":\"green\"}}]}",
          &result, &error);
  g_assert_no_error (error);
  text = export (fixture);
  g_assert_null (strstr (text, "foot-left"));
  g_assert_nonnull (strstr (text, "pregnancy"));
  g_assert_nonnull (strstr (text, "2024-03-02T09:31:00+01:00"));
  g_assert_nonnull (strstr (text, "thigh-left"));
  g_assert_nonnull (strstr (text, "\"red\""));
  g_assert_null (strstr (text, "\"green\""));
}

static const struct
{
  const char *text;
  const char *message;
} refused[] = {
  { "", "journal.json" },
  { "[]", "journal.json: is not an object" },
  { "{\"version\":1}", "journal.json: format: is not \"lowtide-journal\"" },
  { "{\"format\":\"lowtide-journal\",\"version\":2}",
    "journal.json: version: was written by a newer version" },
  { HEAD "\"checkins\":[{\"when\":\"yesterday\"}]}",
    "journal.json: checkins[0].when: is not a time with its offset" },
  { HEAD "\"checkins\":[{\"when\":\"2024-02-29T08:00:00+01:00\",\"zones\":{\"tail\":1}}]}",
    "journal.json: checkins[0].zones.tail: is no zone that is known" },
  { HEAD "\"packs\":[{\"kind\":\"mud\",\"began\":\"2024-02-29T08:00:00+01:00\"}]}",
    "journal.json: packs[0].kind: \"mud\" is not known" },
  { HEAD "\"profile\":{\"version\":9}}",
    "journal.json: profile.version: was written by a newer version" },
  { HEAD "\"profile\":{\"version\":2,\"side\":7}}", "journal.json: profile.side: is not a text" },
};

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  CoachJournalImport result;
  g_autofree char *before = NULL;

  g_test_summary ("A file with anything odd in it is refused, with file, member and reason");
  import_whole (fixture, &result);
  before = export (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (import (fixture, refused[i].text, &result, &error));
      if (!g_str_has_prefix (error->message, refused[i].message))
        g_assert_cmpstr (error->message, ==, refused[i].message);
      after = export (fixture);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  CoachJournalImport result;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->base, "out.json", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->base, "nowhere", "out.json", NULL);
  GStatBuf found;

  g_test_summary ("A file that is exported is for its owner alone, and whole or not there");
  import_whole (fixture, &result);
  g_assert_true (coach_journal_export_file (fixture->journal, path, &error));
  g_assert_cmpint (g_stat (path, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0600);
  g_assert_false (coach_journal_export_file (fixture->journal, nowhere, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE);
}

#define ZERO_FLAGS "0,0,0,0,0,0"

static const struct
{
  const char *name;
  const char *text;
} csv[] = {
  { "sessions.csv",
    "id,began,ended,routine,is_completed,is_half_dose,effort\r\n"
    "s,2024-02-29T09:00:00+01:00,2024-02-29T09:20:00+01:00,no-floor,1,0,3\r\n"
    "open,2024-03-02T09:00:00+01:00,,no-floor,0,1,0\r\n" },
  { "steps.csv",
    "session,place,movement,outcome,left_s,right_s,both_s\r\n"
    "s,0,bridge,done,0,0,60\r\ns,1,\"own \"\"move\"\", mine\",hurt,5,2,0\r\n" },
  { "checkins.csv",
    "id,when,low_back,buttock_left,thigh_left,calf_left,foot_left,buttock_right,thigh_right,"
    "calf_right,foot_right,numbness_left,weakness_left,burning_left,numbness_right,"
    "weakness_right,burning_right\r\n"
    "c1,2024-02-29T08:00:00+01:00,0,0,0,4,0,0,0,0,0,1,0,1,0,1,0\r\n"
    "c2,2024-03-01T08:00:00-03:30,0,0,0,0,0,0,0,0,0," ZERO_FLAGS "\r\n" },
  { "packs.csv", "id,began,kind,length_s\r\np,2024-02-29T10:00:00+01:00,cold,600\r\n" },
  { "breaks.csv",
    "id,when,kind,length_s,sat_s\r\nb,2024-02-29T11:00:00+01:00,stand,60,1800\r\n" },
};

static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  CoachJournalImport result;
  g_autoptr (GError) error = NULL;

  g_test_summary ("Each table is a file for spreadsheets");
  import_whole (fixture, &result);
  coach_journal_export_csv (fixture->journal, fixture->base, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (csv); i++)
    {
      g_autofree char *path = g_build_filename (fixture->base, csv[i].name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, csv[i].text);
    }
}

static void
test_summary (Fixture       *fixture,
              gconstpointer  data)
{
  CoachJournalImport result;
  CoachJournalSummary summary;

  g_test_summary ("A summary counts what there is, and says from when to when");
  g_assert_false (coach_journal_summarize (fixture->journal, &summary, NULL));
  g_assert_true (coach_journal_open (fixture->journal, NULL));
  g_assert_true (coach_journal_summarize (fixture->journal, &summary, NULL));
  g_assert_false (g_date_valid (&summary.first));
  import_whole (fixture, &result);
  g_assert_true (coach_journal_summarize (fixture->journal, &summary, NULL));
  g_assert_cmpuint (summary.n_sessions, ==, 2);
  g_assert_cmpuint (summary.n_checkins, ==, 2);
  g_assert_true (summary.has_profile);
  g_assert_cmpint (g_date_days_between (&summary.first, &summary.last), ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/journal/exchange/round-trip", test_round_trip);
  ADD ("/journal/exchange/twice", test_twice);
  ADD ("/journal/exchange/merged", test_merged);
  ADD ("/journal/exchange/refused", test_refused);
  ADD ("/journal/exchange/file", test_file);
  ADD ("/journal/exchange/csv", test_csv);
  ADD ("/journal/exchange/summary", test_summary);

  return g_test_run ();
}
