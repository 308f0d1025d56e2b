/* Clips that play on cards: one at a time, and only while somebody points to it. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "coach-clip-view.h"
#include "coach-move-card.h"
#include "coach-strike.h"

/* Far more than any of it takes, even under a sanitizer on a busy machine. */
#define LIMIT_S 60

/* Twice what a card waits before its clip begins. */
#define LONG_WAIT_MS 600

static const char * const ids[] = { "figure-four-supine", "downward-dog" };

typedef struct
{
  CoachAppContext *context; /* (owned) */
  GtkWidget       *window;  /* (owned by GTK) */
  GtkWidget       *cards[G_N_ELEMENTS (ids)];
} Fixture;

typedef gboolean (*ReachedFunc) (Fixture *fixture);

static gboolean
time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

static void
wait_until (Fixture     *fixture,
            ReachedFunc  reached)
{
  gboolean time_up = FALSE;
  guint id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);

  while (!reached (fixture) && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_false (time_up);
}

/* Lets whatever might still come, come. */
static void
settle (void)
{
  gboolean time_up = FALSE;
  guint id = g_timeout_add (LONG_WAIT_MS, time_up_cb, &time_up);

  while (!time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static gboolean
is_mapped (Fixture *fixture)
{
  return gtk_widget_get_mapped (fixture->cards[0]);
}

static void
show_cards (Fixture    *fixture,
            const char *media_dir)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlaces) places = NULL;
  g_autoptr (CoachClock) clock = coach_system_clock_new ();
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");

  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  places = coach_places_new ("unused", media_dir, "unused");
  fixture->context = coach_app_context_new (catalog, profile, places, clock, settings);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      fixture->cards[i] = coach_move_card_new (fixture->context,
                                               coach_catalog_lookup_move (catalog, ids[i]));
      gtk_box_append (GTK_BOX (box), fixture->cards[i]);
    }
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (fixture, is_mapped);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 300);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->context);
}

static void
point_to (GtkWidget *card)
{
  gtk_widget_set_state_flags (card, GTK_STATE_FLAG_PRELIGHT, FALSE);
}

static void
leave (GtkWidget *card)
{
  gtk_widget_unset_state_flags (card, GTK_STATE_FLAG_PRELIGHT);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_moved (GtkWidget *card)
{
  GtkWidget *view = find_widget (card, COACH_TYPE_CLIP_VIEW);
  CoachPlayerStatistics statistics;

  if (view == NULL || coach_clip_view_get_player (COACH_CLIP_VIEW (view)) == NULL)
    return FALSE;
  coach_player_get_statistics (coach_clip_view_get_player (COACH_CLIP_VIEW (view)), &statistics);
  return statistics.shown > 5;
}

static gboolean
first_has_moved (Fixture *fixture)
{
  return has_moved (fixture->cards[0]);
}

static gboolean
second_has_moved (Fixture *fixture)
{
  return has_moved (fixture->cards[1]);
}

static gboolean
has_view (GtkWidget *card)
{
  return find_widget (card, COACH_TYPE_CLIP_VIEW) != NULL;
}

static gboolean
first_has_view (Fixture *fixture)
{
  return has_view (fixture->cards[0]);
}

static gboolean
first_has_no_view (Fixture *fixture)
{
  return !has_view (fixture->cards[0]);
}

static CoachPlayer *
get_player (GtkWidget *card)
{
  return coach_clip_view_get_player (COACH_CLIP_VIEW (find_widget (card, COACH_TYPE_CLIP_VIEW)));
}

static void
test_pointer (Fixture       *fixture,
              gconstpointer  user_data)
{
  CoachPlayer *player;

  g_test_summary ("A card plays its clip while one points to it, and nothing is left of it then");
  show_cards (fixture, g_getenv ("LOWTIDE_MEDIA_DIR"));
  g_assert_false (has_view (fixture->cards[0]));
  point_to (fixture->cards[0]);
  g_assert_false (has_view (fixture->cards[0]));
  wait_until (fixture, first_has_moved);

  player = get_player (fixture->cards[0]);
  g_object_add_weak_pointer (G_OBJECT (player), (gpointer *) &player);
  leave (fixture->cards[0]);
  g_assert_false (has_view (fixture->cards[0]));
  g_assert_null (player);
}

static void
test_sweep (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("Passing over cards plays nothing");
  show_cards (fixture, g_getenv ("LOWTIDE_MEDIA_DIR"));
  point_to (fixture->cards[0]);
  leave (fixture->cards[0]);
  settle ();
  g_assert_false (has_view (fixture->cards[0]));
}

static void
test_one (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_test_summary ("One clip plays at a time: that of the card which was reached last");
  show_cards (fixture, g_getenv ("LOWTIDE_MEDIA_DIR"));
  point_to (fixture->cards[0]);
  wait_until (fixture, first_has_moved);
  point_to (fixture->cards[1]);
  g_assert_false (has_view (fixture->cards[0]));
  wait_until (fixture, second_has_moved);

  leave (fixture->cards[0]);
  g_assert_true (has_view (fixture->cards[1]));
  leave (fixture->cards[1]);
  g_assert_false (has_view (fixture->cards[1]));
}

static void
test_focus (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *card;

  g_test_summary ("The focus that came by a key plays, also when its ring has faded");
  show_cards (fixture, g_getenv ("LOWTIDE_MEDIA_DIR"));
  card = fixture->cards[0];
  gtk_widget_unset_state_flags (card, GTK_STATE_FLAG_BACKDROP | GTK_STATE_FLAG_FOCUS_VISIBLE);
  gtk_widget_set_state_flags (card, GTK_STATE_FLAG_FOCUSED, FALSE);
  settle ();
  g_assert_false (has_view (card));

  gtk_widget_set_state_flags (card, GTK_STATE_FLAG_FOCUS_VISIBLE, FALSE);
  wait_until (fixture, first_has_moved);
  gtk_widget_unset_state_flags (card, GTK_STATE_FLAG_FOCUS_VISIBLE);
  point_to (card);
  leave (card);
  g_assert_true (has_view (card));
  gtk_widget_set_state_flags (card, GTK_STATE_FLAG_BACKDROP, FALSE);
  g_assert_false (has_view (card));
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("Nothing plays on a card that cannot be seen");
  show_cards (fixture, g_getenv ("LOWTIDE_MEDIA_DIR"));
  point_to (fixture->cards[0]);
  wait_until (fixture, first_has_moved);
  gtk_widget_set_visible (fixture->cards[0], FALSE);
  g_assert_false (has_view (fixture->cards[0]));
  point_to (fixture->cards[0]);
  settle ();
  g_assert_false (has_view (fixture->cards[0]));
  gtk_widget_set_visible (fixture->window, FALSE);
  g_assert_false (has_view (fixture->cards[0]));
}

static void
test_without_animations (Fixture       *fixture,
                         gconstpointer  user_data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_test_summary ("Nothing plays where animations are turned off");
  show_cards (fixture, g_getenv ("LOWTIDE_MEDIA_DIR"));
  point_to (fixture->cards[0]);
  wait_until (fixture, first_has_moved);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_assert_false (has_view (fixture->cards[0]));
  leave (fixture->cards[0]);
  point_to (fixture->cards[0]);
  settle ();
  g_assert_false (has_view (fixture->cards[0]));
}

static void
test_strike (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *above;

  g_test_summary ("A move to leave out is struck through while it plays, too");
  show_cards (fixture, g_getenv ("LOWTIDE_MEDIA_DIR"));
  point_to (fixture->cards[1]);
  wait_until (fixture, second_has_moved);
  above = gtk_widget_get_parent (find_widget (fixture->cards[1], COACH_TYPE_CLIP_VIEW));
  while (above != NULL && !COACH_IS_STRIKE (above))
    above = gtk_widget_get_next_sibling (above);
  g_assert_nonnull (above);
  g_assert_true (gtk_widget_get_mapped (above));
}

static void
write_broken_clip (const char *folder)
{
  g_autofree char *clips = g_build_filename (folder, "clips", NULL);
  g_autofree char *path = g_build_filename (clips, "figure-four-supine.webm", NULL);

  g_assert_cmpint (g_mkdir_with_parents (clips, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "not a clip", -1, NULL));
}

static void
remove_all (const char *folder)
{
  static const char * const names[] = {
    "clips/figure-four-supine.webm", "clips", "stills/figure-four-supine/poster.jpg",
    "stills/figure-four-supine", "stills", "."
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_remove (path);
    }
}

/* The picture is a link to a real one, so that the card has something to fall back to. */
static void
test_broken (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *folder = g_dir_make_tmp ("lowtide-cards-XXXXXX", NULL);
  g_autofree char *still = g_build_filename (g_getenv ("LOWTIDE_MEDIA_DIR"), "stills",
                                             "figure-four-supine", "hold.jpg", NULL);
  g_autofree char *stills = g_build_filename (folder, "stills", "figure-four-supine", NULL);
  g_autofree char *poster = g_build_filename (stills, "poster.jpg", NULL);

  g_test_summary ("A broken clip leaves the picture, and no trace of itself");
  write_broken_clip (folder);
  g_assert_cmpint (g_mkdir_with_parents (stills, 0700), ==, 0);
  g_assert_cmpint (symlink (still, poster), ==, 0);

  show_cards (fixture, folder);
  point_to (fixture->cards[0]);
  wait_until (fixture, first_has_view);
  wait_until (fixture, first_has_no_view);
  leave (fixture->cards[0]);
  remove_all (folder);
}

#define add_card(name, test) \
  g_test_add ("/app/card-preview/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_card ("pointer", test_pointer);
  add_card ("sweep", test_sweep);
  add_card ("one", test_one);
  add_card ("focus", test_focus);
  add_card ("hidden", test_hidden);
  add_card ("without-animations", test_without_animations);
  add_card ("strike", test_strike);
  add_card ("broken", test_broken);

  return g_test_run ();
}
