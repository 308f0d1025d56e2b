/* Preferences, and what is said of a move on its page, on a screen of their own. */
#include <adwaita.h>

#include "coach-about-you-page.h"
#include "coach-announcer.h"
#include "coach-answers-page.h"
#include "coach-left-out-page.h"
#include "coach-move-page.h"
#include "coach-order-row.h"
#include "coach-orders-page.h"
#include "coach-phrases.h"
#include "coach-preferences-window.h"
#include "coach-toast.h"
#include "coach-verdict-notice.h"

/* Far more than any of it takes, even under a sanitizer on a busy machine. */
#define LIMIT_S 60

typedef struct
{
  CoachAppContext *context; /* (owned) */
  CoachProfile    *profile; /* unowned */
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
  fixture->profile = profile;
  fixture->window = gtk_window_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->context);
}

static gboolean
time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

static void
show (Fixture   *fixture,
      GtkWidget *page)
{
  gboolean time_up = FALSE;
  guint id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (page) && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_false (time_up);
}

static gboolean
has_label (GtkWidget  *widget,
           const char *label)
{
  g_autofree char *other = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), label);
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  return other == NULL;
}

/* A widget of a type, with a title or an accessible label; any when @label is NULL. */
static gpointer
find (GtkWidget  *widget,
      GType       type,
      const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (label == NULL || has_label (widget, label)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is switched or ticked in the row of a title. */
static gpointer
find_in_row (Fixture    *fixture,
             GType       type,
             const char *title)
{
  return find (find (fixture->window, ADW_TYPE_PREFERENCES_ROW, title), type, NULL);
}

static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find (fixture->window, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_about_you (Fixture       *fixture,
                gconstpointer  user_data)
{
  GtkSwitch *mat;

  g_test_summary ("Place and things are written down at once, and having all of them is no limit");
  coach_profile_set_equipment (fixture->profile,
                               (const char *[]) { "from-the-future", "mat", NULL });
  show (fixture, coach_about_you_page_new (fixture->context));
  mat = find_in_row (fixture, GTK_TYPE_SWITCH, "Mat");
  g_assert_true (gtk_switch_get_active (mat));
  g_assert_false (gtk_switch_get_active (find_in_row (fixture, GTK_TYPE_SWITCH, "Chair")));
  gtk_switch_set_active (find_in_row (fixture, GTK_TYPE_SWITCH, "Foam roller"), TRUE);
  gtk_switch_set_active (mat, FALSE);
  g_assert_cmpstrv (coach_profile_get_equipment (fixture->profile),
                    ((const char *[]) { "from-the-future", "roller", NULL }));
  adw_combo_row_set_selected (find (fixture->window, ADW_TYPE_COMBO_ROW, "Where you exercise"), 1);
  g_assert_cmpint (coach_profile_get_place (fixture->profile), ==, COACH_PLACE_CHAIR);
  gtk_switch_set_active (find_in_row (fixture, GTK_TYPE_SWITCH, "Pregnancy"), TRUE);
  g_assert_true (coach_profile_has_condition (fixture->profile, "pregnancy"));
}

static void
test_all_things (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_test_summary ("As long as nothing was said to be missing, all is there");
  show (fixture, coach_about_you_page_new (fixture->context));
  gtk_switch_set_active (find_in_row (fixture, GTK_TYPE_SWITCH, "Ball"), FALSE);
  g_assert_false (coach_profile_has_equipment (fixture->profile, "ball"));
  g_assert_true (coach_profile_has_equipment (fixture->profile, "mat"));
  gtk_switch_set_active (find_in_row (fixture, GTK_TYPE_SWITCH, "Ball"), TRUE);
  g_assert_null (coach_profile_get_equipment (fixture->profile));
}

/* Opens the row of a title and chooses. */
static void
choose (Fixture    *fixture,
        const char *title,
        const char *order)
{
  GtkWidget *row = find (fixture->window, COACH_TYPE_ORDER_ROW, title);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_check_button_set_active (find (find (row, ADW_TYPE_ACTION_ROW, order),
                                     GTK_TYPE_CHECK_BUTTON, NULL), TRUE);
}

static void
test_trait_orders (Fixture       *fixture,
                   gconstpointer  user_data)
{
  CoachOrderRow *row;

  g_test_summary ("What is said of a trait shows and is written down at once");
  coach_profile_set_trait_order (fixture->profile, "kneeling", COACH_ORDER_FORBIDDEN);
  show (fixture, coach_orders_page_new (fixture->context));
  row = find (fixture->window, COACH_TYPE_ORDER_ROW, "Kneeling");
  g_assert_cmpint (coach_order_row_get_order (row), ==, COACH_ORDER_FORBIDDEN);
  g_assert_true (g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
                                   "A clinician forbade it\n"));
  choose (fixture, "Kneeling", "A clinician allowed it");
  g_assert_cmpint (coach_profile_get_trait_order (fixture->profile, "kneeling"), ==,
                   COACH_ORDER_ALLOWED);
  choose (fixture, "Kneeling", "Let the rules decide");
  g_assert_cmpint (coach_profile_get_trait_order (fixture->profile, "kneeling"), ==,
                   COACH_ORDER_NONE);
  choose (fixture, "Gentle twist", "Never for me");
  g_assert_cmpint (coach_profile_get_trait_order (fixture->profile, "lumbar-rotation"), ==,
                   COACH_ORDER_NEVER);
}

static void
test_move_orders (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_test_summary ("What was said of a move is listed, and taken back with one press");
  coach_profile_set_move_order (fixture->profile, "bridge", COACH_ORDER_NEVER);
  coach_profile_set_move_order (fixture->profile, "from-the-future", COACH_ORDER_ALLOWED);
  show (fixture, coach_orders_page_new (fixture->context));
  g_assert_cmpstr (adw_action_row_get_subtitle (find (fixture->window, ADW_TYPE_ACTION_ROW,
                                                      "Bridge")),
                   ==, "Never for me");
  press (fixture, "Let the rules decide about “Bridge”");
  g_assert_cmpint (coach_profile_get_move_order (fixture->profile, "bridge"), ==,
                   COACH_ORDER_NONE);
  g_assert_null (find (fixture->window, ADW_TYPE_ACTION_ROW, "Bridge"));
  g_assert_nonnull (find (fixture->window, ADW_TYPE_ACTION_ROW,
                          "A move that only a newer Lowtide knows"));
}

static void
told_cb (GtkWidget  *page,
         AdwToast   *toast,
         AdwToast  **told)
{
  g_set_object (told, toast);
}

static void
test_left_out (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *page = coach_left_out_page_new (fixture->context);
  g_autoptr (AdwToast) toast = NULL;
  g_autofree char *day = NULL;
  g_autofree char *end = NULL;
  GDate since, until;

  g_test_summary ("A move is taken in again with one press, and left out again with another");
  g_signal_connect (page, "told", G_CALLBACK (told_cb), &toast);
  show (fixture, page);
  g_assert_nonnull (find (fixture->window, ADW_TYPE_ACTION_ROW, "Nothing is left out"));
  coach_app_context_get_today (fixture->context, &since);
  until = since;
  g_date_add_days (&until, 7);
  coach_profile_bench (fixture->profile, "bridge", &since, &until);
  day = coach_phrases_format_day (&until);
  end = g_strdup_printf ("Until %s", day);
  g_assert_cmpstr (adw_action_row_get_subtitle (find (fixture->window, ADW_TYPE_ACTION_ROW,
                                                      "Bridge")),
                   ==, end);
  press (fixture, "Offer “Bridge” again");
  g_assert_null (coach_profile_lookup_bench (fixture->profile, "bridge"));
  g_assert_nonnull (toast);
  g_signal_emit_by_name (toast, "button-clicked");
  g_assert_cmpint (g_date_compare (&coach_profile_lookup_bench (fixture->profile, "bridge")->until,
                                   &until), ==, 0);
  g_assert_nonnull (find (fixture->window, ADW_TYPE_ACTION_ROW, "Bridge"));
}

static void
test_help (Fixture       *fixture,
           gconstpointer  user_data)
{
  GSettings *settings = coach_app_context_get_settings (fixture->context);
  g_autofree char *region = NULL;
  g_autofree char *number = NULL;

  g_test_summary ("Region and own numbers are written down at once");
  show (fixture, coach_answers_page_new (fixture->context));
  adw_combo_row_set_selected (find (fixture->window, ADW_TYPE_COMBO_ROW, "Region"), 1);
  region = g_settings_get_string (settings, "help-region");
  g_assert_cmpstr (region, ==, "GB");
  gtk_editable_set_text (find_in_row (fixture, GTK_TYPE_ENTRY, "Your own emergency number"),
                         "112");
  number = g_settings_get_string (settings, "emergency-number");
  g_assert_cmpstr (number, ==, "112");
}

static void
test_for_me (Fixture       *fixture,
             gconstpointer  user_data)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);
  GtkWidget *notice;

  g_test_summary ("What is said on a move's page counts at once, and what is said elsewhere shows");
  show (fixture, coach_move_page_new (fixture->context,
                                      coach_catalog_lookup_move (catalog, "bridge")));
  notice = find (fixture->window, COACH_TYPE_VERDICT_NOTICE, NULL);
  g_assert_false (gtk_widget_get_visible (notice));
  choose (fixture, "For me", "Never for me");
  g_assert_cmpint (coach_profile_get_move_order (fixture->profile, "bridge"), ==,
                   COACH_ORDER_NEVER);
  g_assert_true (gtk_widget_get_visible (notice));
  coach_profile_set_move_order (fixture->profile, "bridge", COACH_ORDER_NONE);
  g_assert_true (gtk_check_button_get_active (find_in_row (fixture, GTK_TYPE_CHECK_BUTTON,
                                                           "Let the rules decide")));
  g_assert_false (gtk_widget_get_visible (notice));
}

static void
test_window (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *window = coach_preferences_window_new (NULL, fixture->context);

  g_test_summary ("The window is made with all its pages, and leaves nothing behind");
  gtk_window_present (GTK_WINDOW (window));
  g_assert_nonnull (find (window, COACH_TYPE_LEFT_OUT_PAGE, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_toast (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *window = coach_preferences_window_new (NULL, fixture->context);
  g_autoptr (AdwToast) toast = coach_toast_new ("Told & <done>");
  g_autoptr (AdwToast) late = coach_toast_new ("Told before");

  g_test_summary ("What is told in passing is heard with a screen reader until it goes, or more is told");
  gtk_window_present (GTK_WINDOW (window));
  coach_toast_show_in_preferences (ADW_PREFERENCES_WINDOW (window), toast);
  gtk_test_accessible_assert_property (window, GTK_ACCESSIBLE_PROPERTY_LABEL, "Told & <done>");
  adw_toast_dismiss (toast);
  gtk_test_accessible_assert_property (window, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_window_get_title (GTK_WINDOW (window)));

  coach_toast_show_in_preferences (ADW_PREFERENCES_WINDOW (window), late);
  coach_announcer_tell (window, "Told since");
  adw_toast_dismiss (late);
  gtk_test_accessible_assert_property (window, GTK_ACCESSIBLE_PROPERTY_LABEL, "Told since");
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/app/preferences/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("about-you", test_about_you);
  ADD ("all-things", test_all_things);
  ADD ("trait-orders", test_trait_orders);
  ADD ("move-orders", test_move_orders);
  ADD ("left-out", test_left_out);
  ADD ("help", test_help);
  ADD ("for-me", test_for_me);
  ADD ("window", test_window);
  ADD ("toast", test_toast);

  return g_test_run ();
}
