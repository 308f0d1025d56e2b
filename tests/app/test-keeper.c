/* What cannot be read or written is told in plain words, and what changes is written. */
#include <glib/gstdio.h>

#include "coach-keeper.h"

typedef struct
{
  char         *folder;  /* (owned) */
  CoachPlaces  *places;  /* (owned) */
  CoachCatalog *catalog; /* (owned) */
  CoachProfile *profile; /* (owned) */
  CoachDiary   *diary;   /* (owned) */
  CoachKeeper  *keeper;  /* (owned) */
  GString      *told;    /* (owned): the headings */
} Fixture;

static void
told_cb (CoachKeeper *keeper,
         const char  *heading,
         const char  *body,
         Fixture     *fixture)
{
  g_assert_cmpuint (strlen (body), >, 40);
  g_string_append_printf (fixture->told, "%s%s", fixture->told->len > 0 ? "; " : "", heading);
}

static void
start (Fixture *fixture)
{
  fixture->profile = coach_profile_new ();
  fixture->diary = coach_diary_new (fixture->places);
  fixture->keeper = coach_keeper_new (NULL, fixture->places);
  g_signal_connect (fixture->keeper, "told", G_CALLBACK (told_cb), fixture);
  coach_keeper_load_profile (fixture->keeper, fixture->profile, fixture->catalog);
  coach_keeper_load_diary (fixture->keeper, fixture->diary);
  coach_keeper_keep (fixture->keeper);
}

static void
end (Fixture *fixture)
{
  coach_keeper_flush (fixture->keeper);
  for (guint i = 0; i < 5000 && G_OBJECT (fixture->keeper)->ref_count > 1; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
  g_assert_finalize_object (fixture->keeper);
  g_object_unref (fixture->profile);
  g_object_unref (fixture->diary);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *base = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_build_filename (base, "lowtide", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  fixture->places = coach_places_new ("unused", "unused", fixture->folder);
  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->told = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->folder);
  g_object_unref (fixture->places);
  g_object_unref (fixture->catalog);
  g_string_free (fixture->told, TRUE);
}

static void
put (Fixture    *fixture,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  else
    g_remove (path);
}

static const struct
{
  const char *profile; /* the file, or NULL for none */
  const char *diary;
  const char *told;
} cases[] = {
  { NULL, NULL, "" },
  { "{\"version\":2,\"conditions\":[\"osteoporosis\"]}", "{\"version\":1}", "" },
  { "{\"version\":2,\"conditions\":[\"of-tomorrow\"]}", NULL, "A Condition Is Not Known" },
  { "{\"version\":3}", "{\"version\":2}",
    "A Newer Lowtide Was Used Before; A Newer Lowtide Was Used Before" },
  { "{\"place\":7}", "{\"packs\":7}",
    "Some of What You Told Lowtide Cannot Be Read; Some of Your Diary Cannot Be Read" },
  { "{", "{", "What You Told Lowtide Cannot Be Read; Your Diary Cannot Be Read" },
};

static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  g_test_summary ("Each accident has its words");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      put (fixture, "profile.json", cases[i].profile);
      put (fixture, "diary.json", cases[i].diary);
      g_string_truncate (fixture->told, 0);
      start (fixture);
      g_assert_cmpstr (fixture->told->str, ==, cases[i].told);
      end (fixture);
    }
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 2, 29, 9, 0, 0);
  CoachPain pain = { .scores = { 3 } };

  g_test_summary ("What changes is there the next time, even when the program ends at once");
  start (fixture);
  coach_profile_set_side (fixture->profile, COACH_SIDE_LEFT);
  coach_diary_add_checkin (fixture->diary, now, &pain);
  coach_keeper_flush (fixture->keeper);
  end (fixture);
  start (fixture);
  g_assert_cmpint (coach_profile_get_side (fixture->profile), ==, COACH_SIDE_LEFT);
  g_assert_cmpuint (coach_diary_get_n_checkins (fixture->diary), ==, 1);
  end (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "");
}

static void
test_left_alone (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "profile.json", NULL);
  g_autofree char *text = NULL;

  g_test_summary ("A file of a newer version is not touched unless something changes");
  put (fixture, "profile.json", "{ \"version\": 9, \"side\": \"both\" }");
  start (fixture);
  end (fixture);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{ \"version\": 9, \"side\": \"both\" }");
}

static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_test_summary ("Where nothing can be written that is told once, and what was said is kept");
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_true (g_file_set_contents (fixture->folder, "in the way", -1, NULL));
  start (fixture);
  g_string_truncate (fixture->told, 0);
  for (CoachSide side = COACH_SIDE_LEFT; side <= COACH_SIDE_RIGHT; side++)
    {
      coach_profile_set_side (fixture->profile, side);
      for (guint i = 0; i < 5000 && G_OBJECT (fixture->keeper)->ref_count > 1; i++)
        {
          while (g_main_context_iteration (NULL, FALSE))
            ;
          g_usleep (1000);
        }
    }
  g_assert_cmpstr (fixture->told->str, ==, "Your Answers Could Not Be Saved");
  g_assert_cmpint (coach_profile_get_side (fixture->profile), ==, COACH_SIDE_RIGHT);
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  end (fixture);
  start (fixture);
  g_assert_cmpint (coach_profile_get_side (fixture->profile), ==, COACH_SIDE_RIGHT);
  end (fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/app/keeper/told", test_told);
  ADD ("/app/keeper/kept", test_kept);
  ADD ("/app/keeper/left-alone", test_left_alone);
  ADD ("/app/keeper/no-room", test_no_room);

  return g_test_run ();
}
