/* The library of moves and the pages of moves, on a screen of their own. */
#include <adwaita.h>

#include "coach-move-card.h"
#include "coach-move-list.h"
#include "coach-move-page.h"
#include "coach-moves-page.h"
#include "coach-still-view.h"
#include "coach-strike.h"
#include "coach-verdict-notice.h"

/* Far more than any of it takes, even under a sanitizer on a busy machine. */
#define LIMIT_S 60

typedef struct
{
  CoachAppContext *context; /* (owned) */
  GtkWidget       *window;  /* (owned by GTK) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlaces) places = coach_places_new_for_system ();
  g_autoptr (CoachClock) clock = coach_system_clock_new ();
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");

  catalog = coach_catalog_load (coach_places_get_catalog_dir (places), &error);
  g_assert_no_error (error);
  fixture->context = coach_app_context_new (catalog, profile, places, clock, settings);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->context);
}

static gboolean
time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* GTK answers with the name that a widget has when it is not the one asked for. */
static gboolean
has_name (GtkWidget  *widget,
          const char *name)
{
  g_autofree char *other = NULL;

  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return other == NULL;
}

/* Finds a widget of a type and accessible name; any name when @name is NULL. */
static GtkWidget *
find_widget (GtkWidget  *widget,
             GType       type,
             const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (name == NULL || has_name (widget, name)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_card (Fixture    *fixture,
            const char *name)
{
  GtkWidget *card = find_widget (fixture->window, COACH_TYPE_MOVE_CARD, name);

  return card != NULL && gtk_widget_get_mapped (card);
}

static void
wait_for_card (Fixture    *fixture,
               const char *name,
               gboolean    shown)
{
  gboolean time_up = FALSE;
  guint id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);

  while (shows_card (fixture, name) != shown && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_false (time_up);
}

/* Lets a page go and sees that nothing of it stays behind. The window may hold on to what had the
 * focus until its next frame. */
static void
close_page (Fixture   *fixture,
            GtkWidget *page)
{
  gboolean time_up = FALSE;
  guint id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);
  gpointer alive = page;

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  g_object_add_weak_pointer (G_OBJECT (page), &alive);
  g_object_unref (page);
  while (alive != NULL && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_null (alive);
}

static GtkWidget *
show_library (Fixture *fixture)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (COACH_TYPE_MOVES_PAGE, NULL));

  coach_moves_page_set_context (COACH_MOVES_PAGE (page), fixture->context);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_card (fixture, "Bridge", TRUE);
  return page;
}

static GtkWidget *
show_move (Fixture    *fixture,
           const char *id)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);
  GtkWidget *page;

  page = coach_move_page_new (fixture->context, coach_catalog_lookup_move (catalog, id));
  g_object_ref_sink (page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  return page;
}

static void
set_conditions (Fixture            *fixture,
                const char * const *ids)
{
  coach_profile_set_conditions (coach_app_context_get_profile (fixture->context), ids);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *page = show_library (fixture);
  GtkWidget *entry = find_widget (page, GTK_TYPE_SEARCH_ENTRY, "Search moves");

  g_test_summary ("Searching what one was told to do warns, and leaves what answers to it");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "toe touches");
  wait_for_card (fixture, "Bridge", FALSE);
  g_assert_true (shows_card (fixture, "Standing toe touch"));
  g_assert_nonnull (find_widget (page, GTK_TYPE_WIDGET, "Leave this out for now"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  wait_for_card (fixture, "Bridge", TRUE);
  close_page (fixture, page);
}

static GtkWidget *
find_chip (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_TOGGLE_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_chip (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_chips (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *page = show_library (fixture);

  g_test_summary ("A chip leaves the moves of its kind, and All brings the others back");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_chip (page, "Avoid")), TRUE);
  wait_for_card (fixture, "Bridge", FALSE);
  g_assert_true (shows_card (fixture, "Deadlift"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_chip (page, "All")), TRUE);
  wait_for_card (fixture, "Bridge", TRUE);
  close_page (fixture, page);
}

static void
test_card (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const char * const stenosis[] = { "spinal-stenosis", NULL };
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);
  GtkWidget *card;

  g_test_summary ("A card says its name, and its verdict follows the profile");
  card = coach_move_card_new (fixture->context,
                              coach_catalog_lookup_move (catalog, "prone-press-up"));
  g_object_ref_sink (card);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       coach_move_get_name (coach_catalog_lookup_move (
                                           catalog, "prone-press-up")));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (card)), ==, "win.show-move");
  set_conditions (fixture, stenosis);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Avoid. Back bending · 8 repetitions × 2. Because: narrowing "
                                       "of the spine (stenosis) and arching the back.");
  g_assert_finalize_object (card);
}

static void
test_still (Fixture       *fixture,
            gconstpointer  user_data)
{
  gboolean time_up = FALSE;
  GtkWidget *page = show_library (fixture);
  guint id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);
  GtkWidget *card = find_widget (page, COACH_TYPE_MOVE_CARD, "Lying figure four");
  GtkWidget *still = find_widget (card, COACH_TYPE_STILL_VIEW, NULL);

  g_test_summary ("The picture of a card comes once it is seen");
  while (!coach_still_view_has_picture (COACH_STILL_VIEW (still)) && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_false (time_up);
  close_page (fixture, page);
}

static void
test_strike (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const char * const ids[] = { "downward-dog", "deadlift", "figure-four-supine" };
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);

  g_test_summary ("The picture of a move to leave out is struck through, words are not");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      CoachMove *move = coach_catalog_lookup_move (catalog, ids[i]);
      g_autofree char *poster = coach_app_context_find_poster (fixture->context, move);
      GtkWidget *card = g_object_ref_sink (coach_move_card_new (fixture->context, move));
      GtkWidget *strike = find_widget (card, COACH_TYPE_STRIKE, NULL);

      g_assert_cmpint (gtk_widget_get_visible (strike), ==,
                       poster != NULL && COACH_IS_AVOID_ENTRY (move));
      g_assert_finalize_object (card);
    }
}

static void
test_move_page (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const char * const stenosis[] = { "spinal-stenosis", NULL };
  static const char * const none[] = { NULL };
  GtkWidget *page = show_move (fixture, "prone-press-up");
  GtkWidget *notice = find_widget (page, COACH_TYPE_VERDICT_NOTICE, NULL);

  g_test_summary ("The page of a movement says what the rules say, as the profile changes");
  g_assert_false (gtk_widget_get_visible (notice));
  set_conditions (fixture, stenosis);
  g_assert_true (gtk_widget_get_visible (notice));
  set_conditions (fixture, none);
  g_assert_false (gtk_widget_get_visible (notice));
  close_page (fixture, page);
}

static void
test_sides (Fixture       *fixture,
            gconstpointer  user_data)
{
  const char *left_step = "Rest your left ankle on your right thigh, just above the knee.";
  const char *right_step = "Rest your right ankle on your left thigh, just above the knee.";
  GtkWidget *page = show_move (fixture, "figure-four-supine");
  GtkWidget *right = find_chip (page, "Right side");

  g_test_summary ("The other side has its own words, and a move without sides no choice");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (right)));
  g_assert_nonnull (find_widget (page, GTK_TYPE_LABEL, left_step));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (right), TRUE);
  g_assert_null (find_widget (page, GTK_TYPE_LABEL, left_step));
  g_assert_nonnull (find_widget (page, GTK_TYPE_LABEL, right_step));
  close_page (fixture, page);

  page = show_move (fixture, "bridge");
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (find_chip (page, "Left side"))));
  close_page (fixture, page);
}

static void
test_avoid_page (Fixture       *fixture,
                 gconstpointer  user_data)
{
  GtkWidget *page = show_move (fixture, "downward-dog");
  GtkWidget *instead = find_widget (page, COACH_TYPE_MOVE_LIST, NULL);

  g_test_summary ("The page of a move to avoid says what to do instead");
  g_assert_true (gtk_widget_get_visible (instead));
  g_assert_nonnull (find_widget (instead, GTK_TYPE_LIST_BOX_ROW, "Table lean"));
  g_assert_true (gtk_widget_get_visible (find_widget (page, COACH_TYPE_VERDICT_NOTICE, NULL)));
  close_page (fixture, page);
}

/* One template in error would show here, not in somebody's hands. */
static void
test_every_page (Fixture       *fixture,
                 gconstpointer  user_data)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);
  GListModel *lists[] = { coach_catalog_get_movements (catalog),
                          coach_catalog_get_avoid_entries (catalog) };

  g_test_summary ("Every move of the catalogue has a page that comes and goes cleanly");
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[l]); i++)
      {
        g_autoptr (CoachMove) move = g_list_model_get_item (lists[l], i);
        GtkWidget *page = g_object_ref_sink (coach_move_page_new (fixture->context, move));

        g_assert_finalize_object (page);
      }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/app/moves/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("search", test_search);
  ADD ("chips", test_chips);
  ADD ("card", test_card);
  ADD ("still", test_still);
  ADD ("strike", test_strike);
  ADD ("move-page", test_move_page);
  ADD ("sides", test_sides);
  ADD ("avoid-page", test_avoid_page);
  ADD ("every-page", test_every_page);
#undef ADD
  return g_test_run ();
}
