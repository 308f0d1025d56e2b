/* A person as the journal keeps them, for who only looks: what is not understood counts as a lock. */
#include <glib.h>
#include <glib/gstdio.h>

#include "journal.h"

typedef struct
{
  char         *folder;
  CoachPlaces  *places;
  CoachCatalog *catalog;
  GDateTime    *now;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("coach-XXXXXX", NULL);
  fixture->places = coach_places_new ("unused", "unused", fixture->folder);
  fixture->catalog = coach_catalog_load_guides (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->now = g_date_time_new_utc (2026, 11, 29, 9, 0, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_date_time_unref (fixture->now);
  g_assert_finalize_object (fixture->catalog);
  g_assert_finalize_object (fixture->places);
  g_free (fixture->folder);
}

/* A profile of the time before the journal: whoever looks reads it where it is. */
static void
put (Fixture    *fixture,
     const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "profile.json", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
make_answer (const char *question,
             const char *answer)
{
  return g_strdup_printf ("{\"screening\": {\"answers\": [{\"question\": \"%s\", \"answer\": \"%s\","
                          " \"answered\": \"2026-11-28\"}]}}",
                          question, answer);
}

static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_auto (CoachKeptPerson) person = { NULL };
  g_autoptr (GError) error = NULL;

  g_test_summary ("Of whom nothing is kept, nothing is locked");

  g_assert_true (coach_kept_person_read (&person, fixture->catalog, fixture->places, fixture->now,
                                         &error));
  g_assert_no_error (error);
  g_assert_false (person.is_there);
  g_assert_false (coach_kept_person_is_locked (&person));
  g_assert_null (person.problem);
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *question;
    const char *answer;
    gboolean    is_locked;
  } cases[] = {
    { "saddle", "no", FALSE },
    { "saddle", "yes", TRUE },
    { "saddle", "not-sure", TRUE },
  };

  g_test_summary ("An answer that needs help locks, and one that does not does not");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_answer (cases[i].question, cases[i].answer);
      g_auto (CoachKeptPerson) person = { NULL };
      g_autoptr (GError) error = NULL;

      put (fixture, text);
      g_assert_true (coach_kept_person_read (&person, fixture->catalog, fixture->places,
                                             fixture->now, &error));
      g_assert_no_error (error);
      g_assert_true (person.is_there);
      g_assert_cmpint (coach_kept_person_is_locked (&person), ==, cases[i].is_locked);
    }
}

static void
test_partly (Fixture       *fixture,
             gconstpointer  data)
{
  g_auto (CoachKeptPerson) person = { NULL };
  g_autoptr (GError) error = NULL;

  g_test_summary ("Answers that cannot be read may have locked, so they do");

  put (fixture, "{\"screening\": {\"answers\": [{\"question\": \"saddle\", \"answer\": \"dunno\"}]}}");
  g_assert_true (coach_kept_person_read (&person, fixture->catalog, fixture->places, fixture->now,
                                         &error));
  g_assert_no_error (error);
  g_assert_nonnull (person.problem);
  g_assert_true (coach_kept_person_is_locked (&person));
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_auto (CoachKeptPerson) person = { NULL };
  g_autoptr (GError) error = NULL;

  g_test_summary ("What is no profile at all is an error that names the file");

  put (fixture, "[1, 2");
  g_assert_false (coach_kept_person_read (&person, fixture->catalog, fixture->places, fixture->now,
                                          &error));
  g_assert_nonnull (error);
  g_assert_nonnull (g_strrstr (error->message, "profile.json"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/kept-person/nobody", Fixture, NULL, set_up, test_nobody, tear_down);
  g_test_add ("/kept-person/answers", Fixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/kept-person/partly", Fixture, NULL, set_up, test_partly, tear_down);
  g_test_add ("/kept-person/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  return g_test_run ();
}
