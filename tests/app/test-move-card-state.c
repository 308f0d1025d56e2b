/* Which pictures a card shows of a move and of a routine. */
#include <glib/gstdio.h>

#include "coach-move-card-state.h"

/* What the folder of media may hold. */
static const char * const files[] = {
  "stills/figure-four-supine/hold.jpg",
  "stills/figure-four-supine/poster.jpg",
};

typedef struct
{
  char            *folder;  /* (owned) */
  CoachAppContext *context; /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachClock) clock = coach_system_clock_new ();
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  g_autoptr (CoachPlaces) places = NULL;

  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("lowtide-cards-XXXXXX", &error);
  g_assert_no_error (error);
  places = coach_places_new ("unused", fixture->folder, "unused");
  fixture->context = coach_app_context_new (catalog, profile, places, clock, settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const char * const folders[] = { "stills/figure-four-supine", "stills", "." };

  g_assert_finalize_object (fixture->context);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i], NULL);

      g_remove (path);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, folders[i], NULL);

      g_rmdir (path);
    }
  g_free (fixture->folder);
}

static char *
add_file (Fixture    *fixture,
          const char *file)
{
  char *path = g_build_filename (fixture->folder, file, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  return path;
}

static CoachMoveCardState *
make_state (Fixture    *fixture,
            const char *id)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);

  return coach_move_card_state_from_move (fixture->context,
                                          coach_catalog_lookup_move (catalog, id));
}

static void
assert_poster (Fixture    *fixture,
               const char *wanted)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);
  g_autoptr (CoachMoveCardState) of_move = make_state (fixture, "figure-four-supine");
  g_autoptr (CoachMoveCardState) of_routine = NULL;

  of_routine = coach_move_card_state_from_routine (
      fixture->context, coach_catalog_lookup_routine (catalog, "piriformis-essentials"));
  g_assert_cmpstr (of_move->poster_path, ==, wanted);
  g_assert_cmpstr (of_routine->poster_path, ==, wanted);
}

static void
test_poster (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *still = NULL;
  g_autofree char *poster = NULL;

  g_test_summary ("A card shows the poster, for want of it a still, and else has none");
  assert_poster (fixture, NULL);
  still = add_file (fixture, files[0]);
  assert_poster (fixture, still);
  poster = add_file (fixture, files[1]);
  assert_poster (fixture, poster);
}

static void
test_struck_out (Fixture       *fixture,
                 gconstpointer  user_data)
{
  static const char * const stenosis[] = { "spinal-stenosis", NULL };
  g_autoptr (CoachMoveCardState) avoided = make_state (fixture, "downward-dog");
  g_autoptr (CoachMoveCardState) movement = NULL;

  g_test_summary ("A move to leave out is struck through; a movement has its verdict alone");
  g_assert_true (avoided->is_struck_out);
  coach_profile_set_conditions (coach_app_context_get_profile (fixture->context), stenosis);
  movement = make_state (fixture, "prone-press-up");
  g_assert_cmpint (movement->level, ==, COACH_VERDICT_AVOID);
  g_assert_false (movement->is_struck_out);
}

#define add_card(name, test) \
  g_test_add ("/app/move-card-state/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_card ("poster", test_poster);
  add_card ("struck-out", test_struck_out);
  return g_test_run ();
}
