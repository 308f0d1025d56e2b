/* The profile comes back as it was, whatever version or accident lies between. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "journal.h"

typedef struct
{
  char              *folder;
  CoachProfile      *profile;
  CoachProfileStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (CoachPlaces) places = NULL;
  g_autofree char *base = g_dir_make_tmp ("coach-XXXXXX", NULL);

  fixture->folder = g_build_filename (base, "lowtide", NULL);
  places = coach_places_new ("unused", "unused", fixture->folder);
  fixture->profile = coach_profile_new ();
  fixture->store = coach_profile_store_new (places, fixture->profile);
}

/* The thread that wrote drops its reference a moment after the callback was called. */
static void
wait_for_threads (Fixture *fixture)
{
  for (guint i = 0; i < 5000 && G_OBJECT (fixture->store)->ref_count > 1; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  wait_for_threads (fixture);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->profile);
  g_free (fixture->folder);
}

static void
put (Fixture    *fixture,
     const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "profile.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
get (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "profile.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  GError **error = data;
  gboolean ok = coach_profile_store_save_finish (COACH_PROFILE_STORE (object), result, error);

  g_assert_cmpint (ok, ==, *error == NULL);
  g_main_context_wakeup (NULL);
  g_object_set_data (object, "saved", object);
}

static GError *
save (Fixture *fixture)
{
  GError *error = NULL;

  g_object_set_data (G_OBJECT (fixture->store), "saved", NULL);
  coach_profile_store_save_async (fixture->store, NULL, saved_cb, &error);
  for (guint i = 0; i < 1000 && g_object_get_data (G_OBJECT (fixture->store), "saved") == NULL; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (g_object_get_data (G_OBJECT (fixture->store), "saved"));
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
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", fixture->folder);
  g_autoptr (CoachProfile) again = coach_profile_new ();
  g_autoptr (CoachProfileStore) other = coach_profile_store_new (places, again);
  g_autofree char *path = g_build_filename (fixture->folder, "profile.json", NULL);
  struct stat file;
  struct stat folder;

  g_test_summary ("What was saved is read, and nobody else may read it");
  coach_profile_set_conditions (fixture->profile,
                                (const char *[]) { "osteoporosis", "disc-related", NULL });
  coach_profile_set_side (fixture->profile, COACH_SIDE_RIGHT);
  g_assert_no_error (save (fixture));
  g_assert_true (coach_profile_store_load (other, NULL));
  g_assert_cmpstrv (coach_profile_get_conditions (again),
                    ((const char *[]) { "disc-related", "osteoporosis", NULL }));
  g_assert_cmpint (coach_profile_get_side (again), ==, COACH_SIDE_RIGHT);
  g_assert_cmpint (stat (path, &file), ==, 0);
  g_assert_cmpint (stat (fixture->folder, &folder), ==, 0);
  g_assert_cmpint (file.st_mode & 0777, ==, 0600);
  g_assert_cmpint (folder.st_mode & 0777, ==, 0700);
}

static void
test_other_version (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_test_summary ("What a newer version wrote survives being saved by this one");
  put (fixture, "{\"version\":7,\"conditions\":[\"pregnancy\",\"of-tomorrow\",3],\"side\":\"both\","
                "\"allowed\":{\"bridge\":[true,null,1.5]}}");
  g_assert_true (coach_profile_store_load (fixture->store, NULL));
  g_assert_true (coach_profile_has_condition (fixture->profile, "of-tomorrow"));
  coach_profile_set_condition (fixture->profile, "pregnancy", FALSE);
  g_assert_no_error (save (fixture));
  text = get (fixture);
  g_assert_nonnull (strstr (text, "\"version\" : 7"));
  g_assert_nonnull (strstr (text, "of-tomorrow"));
  g_assert_nonnull (strstr (text, "allowed"));
  g_assert_null (strstr (text, "pregnancy"));
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const damaged[] = { "", "{", "[]", "{\"a\":1,\"a\":2}", "\xff\xfe", "null" };

  g_test_summary ("A damaged file is set aside and told, never deleted");
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("profile.json.damaged-%u", i + 1);
      g_autofree char *aside = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *text = NULL;

      put (fixture, damaged[i]);
      g_assert_false (coach_profile_store_load (fixture->store, &error));
      g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
      g_assert_true (g_file_get_contents (aside, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, damaged[i]);
      g_assert_true (coach_profile_store_load (fixture->store, NULL));
    }
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
  GError *ignored = NULL;

  g_test_summary ("Of many changes in a row the last one is in the file");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("condition-%u", i);

      coach_profile_set_conditions (fixture->profile, (const char *[]) { id, NULL });
      coach_profile_store_save_async (fixture->store, NULL, NULL, NULL);
    }
  ignored = save (fixture);
  g_assert_no_error (ignored);
  text = get (fixture);
  g_assert_nonnull (strstr (text, "condition-19"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/journal/profile-store/nothing", test_nothing);
  ADD ("/journal/profile-store/round-trip", test_round_trip);
  ADD ("/journal/profile-store/other-version", test_other_version);
  ADD ("/journal/profile-store/damaged", test_damaged);
  ADD ("/journal/profile-store/no-room", test_no_room);
  ADD ("/journal/profile-store/last-one-remains", test_last_one_remains);

  return g_test_run ();
}
