/* The screens before, during and after a session, in a window. */
#define G_SETTINGS_ENABLE_BACKEND /* for a backend that forgets */
#include <adwaita.h>
#include <gio/gsettingsbackend.h>

#include "coach-before-start-page.h"
#include "coach-clip-view.h"
#include "coach-finish-page.h"
#include "coach-manual-clock.h"
#include "coach-picker.h"
#include "coach-session-page.h"
#include "coach-session-question.h"

/* Far more than showing a window takes. */
#define LIMIT_S 20

/* The context always waits for the next day. */
#define MIDNIGHT 1

typedef struct
{
  CoachProfile     *profile; /* (owned) */
  CoachManualClock *clock;   /* (owned) */
  CoachAppContext  *context; /* (owned) */
  CoachSession     *session; /* (owned) */
  GtkWidget        *window;  /* (owned by GTK) (nullable) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  const char *catalog_dir = g_getenv ("LOWTIDE_CATALOG_DIR");
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new (catalog_dir, g_getenv ("LOWTIDE_MEDIA_DIR"),
                                                     data_dir);
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (catalog_dir, &error);
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings) settings = NULL;

  g_assert_no_error (error);
  settings = g_settings_new_with_backend ("org.lowtide.Lowtide", backend);
  fixture->profile = coach_profile_new ();
  fixture->clock = coach_manual_clock_new ();
  fixture->context = coach_app_context_new (catalog, fixture->profile, places,
                                            COACH_CLOCK (fixture->clock), settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->session);
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->profile);
}

static CoachRoutine *
get_routine (Fixture *fixture)
{
  return coach_catalog_lookup_routine (coach_app_context_get_catalog (fixture->context),
                                       "piriformis-essentials");
}

static void
advance (Fixture *fixture,
         double   seconds)
{
  coach_manual_clock_advance (fixture->clock, (gint64) (seconds * G_USEC_PER_SEC));
}

G_NORETURN static gboolean
time_out_cb (gpointer user_data)
{
  g_error ("Nothing happened for %d s", LIMIT_S);
}

static void
show (Fixture   *fixture,
      GtkWidget *page)
{
  guint limit = g_timeout_add_seconds (LIMIT_S, time_out_cb, NULL);

  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  g_source_remove (limit);
}

static GtkWidget *
show_session (Fixture *fixture)
{
  g_autoptr (CoachPlan) plan = NULL;
  GtkWidget *page;

  plan = coach_app_context_make_plan (fixture->context, get_routine (fixture), NULL, NULL);
  fixture->session = coach_session_new (plan, COACH_CLOCK (fixture->clock));
  page = coach_session_page_new (fixture->context, fixture->session);
  show (fixture, page);
  coach_session_start (fixture->session);
  return page;
}

/* The template's child with the name, or %NULL. */
static gpointer
get_child (GtkWidget  *page,
           const char *name)
{
  return gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), name);
}

static const char *
get_text (GtkWidget  *page,
          const char *label)
{
  return gtk_label_get_text (GTK_LABEL (get_child (page, label)));
}

static void
assert_accessible_label (gpointer    widget,
                         const char *label)
{
  g_autofree char *found
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  g_assert_cmpstr (found, ==, NULL);
}

static CoachSessionStatus
get_status (Fixture *fixture)
{
  return coach_session_get_status (fixture->session);
}

/* Ends the window and with it the page, of which nothing may be left. */
static void
close_window (Fixture   *fixture,
              GtkWidget *page)
{
  gpointer watched = page;

  g_object_add_weak_pointer (G_OBJECT (page), &watched);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  for (guint i = 0; i < 100 && watched != NULL; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (watched);
}

static void
test_clock (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  guint fired;

  g_test_summary ("While it runs the page wakes once a second, paused never, gone neither");
  assert_accessible_label (get_child (page, "digits"), "8 seconds left");
  advance (fixture, 18);
  assert_accessible_label (get_child (page, "digits"), "20 seconds left");
  advance (fixture, 1);
  assert_accessible_label (get_child (page, "digits"), "20 seconds left");
  assert_accessible_label (get_child (page, "plan_bar"), "Step 1 of 6");
  g_assert_cmpstr (get_text (page, "side_label"), ==, "Left side");

  gtk_widget_activate_action (page, "session.toggle-pause", NULL);
  fired = coach_manual_clock_count_fired (fixture->clock);
  advance (fixture, 600);
  g_assert_cmpuint (coach_manual_clock_count_fired (fixture->clock), ==, fired);
  g_assert_cmpuint (coach_manual_clock_count_armed (fixture->clock), ==, MIDNIGHT);

  gtk_widget_activate_action (page, "session.toggle-pause", NULL);
  g_assert_cmpuint (coach_manual_clock_count_armed (fixture->clock), ==, MIDNIGHT + 3);
  close_window (fixture, page);
  g_assert_cmpuint (coach_manual_clock_count_armed (fixture->clock), ==, MIDNIGHT + 1);
}

static void
test_controls (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  GtkWidget *pause = get_child (page, "pause_button");

  g_test_summary ("The actions drive the session, and the keyboard stays at Pause");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == pause);
  assert_accessible_label (pause, "Pause");
  gtk_widget_activate_action (page, "session.toggle-pause", NULL);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  assert_accessible_label (pause, "Resume");
  g_assert_true (gtk_widget_get_visible (get_child (page, "paused_box")));
  gtk_widget_activate_action (page, "session.toggle-pause", NULL);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);

  gtk_widget_activate_action (page, "session.skip-step", NULL);
  g_assert_cmpstr (get_text (page, "name_label"), ==, "Lying figure four");
  gtk_widget_activate_action (page, "session.go-back", NULL);
  g_assert_cmpstr (get_text (page, "name_label"), ==, "Ball on the wall");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == pause);

  gtk_widget_activate_action (page, "session.stop", NULL);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_STOPPED);
  close_window (fixture, page);
}

static void
test_notice (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  GtkWidget *notice = get_child (page, "notice");
  GtkWidget *pause = get_child (page, "pause_button");
  graphene_rect_t told, button;

  g_test_summary ("What is told in passing lies over the picture, and over no button");
  g_assert_false (gtk_widget_get_visible (notice));
  coach_session_page_tell (COACH_SESSION_PAGE (page), "Told in passing");
  g_assert_true (gtk_widget_get_visible (notice));
  while (gtk_widget_get_height (notice) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_compute_bounds (notice, page, &told));
  g_assert_true (gtk_widget_compute_bounds (pause, page, &button));
  g_assert_false (graphene_rect_intersection (&told, &button, NULL));
  assert_accessible_label (notice, "Told in passing");
  close_window (fixture, page);
}

/* What keys come to is in the tests of the guard, and pressed in those of the program. */
static void
test_question (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  GtkWindow *window = GTK_WINDOW (fixture->window);
  gpointer question = get_child (page, "question");

  g_test_summary ("A question stops the clock, begins at Stay, and goes when the session goes on");
  advance (fixture, 10);
  coach_session_page_ask_end (COACH_SESSION_PAGE (page));
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  assert_accessible_label (question, "End the session?");
  g_assert_true (gtk_window_get_focus (window) == get_child (question, "stay_button"));
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), question));

  coach_session_resume (fixture->session);
  g_assert_false (coach_session_question_is_open (question));
  g_assert_true (gtk_window_get_focus (window) == get_child (page, "pause_button"));
  coach_session_page_ask_end (COACH_SESSION_PAGE (page));
  g_signal_emit_by_name (get_child (question, "stay_button"), "clicked");
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);

  coach_session_page_ask_end (COACH_SESSION_PAGE (page));
  g_signal_emit_by_name (get_child (question, "yes_button"), "clicked");
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_STOPPED);
  close_window (fixture, page);
}

/* As a click on it does: the near view comes, and the session pauses or goes on. */
static void
click_far_view (GtkWidget *page)
{
  g_signal_emit_by_name (get_child (page, "far_view"), "clicked");
}

static void
test_mirrored (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  gpointer clip = get_child (page, "clip_view");
  gpointer far_clip = get_child (get_child (page, "far_view"), "clip_view");
  gboolean mirrored;

  g_test_summary ("Clips are drawn for the left side and mirrored for the right, near and far");
  advance (fixture, 10);
  g_object_get (clip, "mirrored", &mirrored, NULL);
  g_assert_false (mirrored);
  g_assert_cmpstr (get_text (page, "side_label"), ==, "Left side");
  advance (fixture, 150);
  g_object_get (far_clip, "mirrored", &mirrored, NULL);
  g_assert_true (mirrored);
  click_far_view (page);
  g_object_get (clip, "mirrored", &mirrored, NULL);
  g_assert_true (mirrored);
  g_assert_cmpstr (get_text (page, "side_label"), ==, "Right side");
  close_window (fixture, page);
}

static gboolean
is_far (GtkWidget *page)
{
  gboolean far = gtk_widget_get_visible (get_child (page, "far_view"));

  g_assert_true (gtk_widget_get_visible (get_child (page, "content")) == !far);
  return far;
}

/* Only what is seen costs anything. */
static void
assert_plays (GtkWidget *page,
              gboolean   near_plays,
              gboolean   far_plays)
{
  CoachClipView *near_clip = get_child (page, "clip_view");
  CoachClipView *far_clip = get_child (get_child (page, "far_view"), "clip_view");

  g_assert_true ((coach_clip_view_get_player (near_clip) != NULL) == near_plays);
  g_assert_true ((coach_clip_view_get_player (far_clip) != NULL) == far_plays);
}

static void
test_far_notice (Fixture       *fixture,
                 gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  GtkWidget *notice = get_child (page, "notice");
  g_autofree char *name = NULL;

  g_test_summary ("What is told behind the far view is heard with the news, and seen afterwards");
  advance (fixture, 21);
  g_assert_true (is_far (page));
  coach_session_page_tell (COACH_SESSION_PAGE (page), "Told in passing");
  g_assert_false (gtk_widget_get_mapped (notice));
  gtk_widget_activate_action (page, "session.toggle-pause", NULL);
  name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->window),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  g_assert_nonnull (strstr (name, "Paused. "));
  g_assert_nonnull (strstr (name, " Told in passing"));
  gtk_widget_activate_action (page, "session.toggle-pause", NULL);
  click_far_view (page);
  g_assert_false (is_far (page));
  g_assert_true (gtk_widget_get_mapped (notice));
  close_window (fixture, page);
}

static void
test_far (Fixture       *fixture,
          gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  GtkWidget *far_view = get_child (page, "far_view");
  GtkWindow *window = GTK_WINDOW (fixture->window);

  g_test_summary ("The far view comes after 20 s without a touch, and goes with the focus kept");
  advance (fixture, 15);
  g_assert_false (is_far (page));
  gtk_widget_activate_action (page, "session.skip-step", NULL);
  advance (fixture, 19.5);
  g_assert_false (is_far (page));
  assert_plays (page, TRUE, FALSE);
  advance (fixture, 0.5);
  g_assert_true (is_far (page));
  assert_plays (page, FALSE, TRUE);
  g_assert_true (gtk_window_get_focus (window) == far_view);
  assert_accessible_label (get_child (far_view, "word"), "HOLD");
  assert_accessible_label (get_child (far_view, "digits"), "18 seconds left");

  click_far_view (page);
  g_assert_false (is_far (page));
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  g_assert_true (gtk_window_get_focus (window) == get_child (page, "pause_button"));
  close_window (fixture, page);
}

static void
test_far_paused (Fixture       *fixture,
                 gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  GtkWidget *far_view = get_child (page, "far_view");

  g_test_summary ("It stays over a pause, and does not come in one");
  advance (fixture, 25);
  g_assert_true (is_far (page));
  coach_session_pause (fixture->session);
  g_assert_true (is_far (page));
  assert_accessible_label (get_child (far_view, "word"), "PAUSED");
  g_assert_true (gtk_widget_has_css_class (far_view, "paused"));
  coach_session_resume (fixture->session);
  g_assert_true (is_far (page));
  g_assert_false (gtk_widget_has_css_class (far_view, "paused"));

  click_far_view (page);
  advance (fixture, 600);
  g_assert_false (is_far (page));
  close_window (fixture, page);
}

static void
test_far_asks (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);

  g_test_summary ("What asks for an answer is shown with the near view");
  advance (fixture, 25);
  g_assert_true (is_far (page));
  gtk_widget_activate_action (page, "session.it-hurts", NULL);
  g_assert_false (is_far (page));
  close_window (fixture, page);
}

static void
test_monitor (Fixture       *fixture,
              gconstpointer  user_data)
{
  GSettings *settings = coach_app_context_get_settings (fixture->context);
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  g_autofree char *connector = NULL;
  GtkWidget *page = show_session (fixture);

  g_test_summary ("A single monitor is not offered; a chosen one is remembered");
  g_assert_cmpint (g_menu_model_get_n_items (get_child (page, "monitors_menu")), ==, 0);
  gtk_widget_activate_action (page, "far-view.monitor", "i", 0);
  g_settings_get (settings, "far-view-monitor", "(ss)", &connector, NULL);
  g_assert_cmpstr (connector, ==, gdk_monitor_get_connector (monitor));
  gtk_widget_activate_action (page, "far-view.monitor", "i", -1);
  g_clear_pointer (&connector, g_free);
  g_settings_get (settings, "far-view-monitor", "(ss)", &connector, NULL);
  g_assert_cmpstr (connector, ==, "");
  close_window (fixture, page);
}

static void
plan_chosen_cb (GtkWidget  *page,
                CoachPlan  *plan,
                CoachPlan **chosen)
{
  g_set_object (chosen, plan);
}

static void
test_before_start (Fixture       *fixture,
                   gconstpointer  user_data)
{
  GtkWidget *page = coach_before_start_page_new (fixture->context, get_routine (fixture));
  g_autoptr (CoachPlan) chosen = NULL;
  GtkWidget *card;
  gpointer swap;

  g_test_summary ("What asks for care is told, and can be exchanged before the start");
  g_signal_connect (page, "plan-chosen", G_CALLBACK (plan_chosen_cb), &chosen);
  show (fixture, page);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == get_child (page, "start_button"));
  card = gtk_widget_get_first_child (get_child (page, "cards"));
  g_assert_nonnull (card);
  g_assert_cmpstr (get_text (card, "name_label"), ==, "Ball on the wall");

  gtk_widget_activate_action (page, "before-start.start", NULL);
  g_assert_cmpuint (coach_plan_get_n_changes (chosen), ==, 0);
  swap = get_child (card, "swap_check");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (swap), TRUE);
  gtk_widget_activate_action (page, "before-start.start", NULL);
  g_assert_cmpuint (coach_plan_get_n_changes (chosen), ==, 1);
  g_assert_cmpint (coach_plan_get_change (chosen, 0)->cause, ==, COACH_PLAN_CAUSE_CHOSEN);
  close_window (fixture, page);
}

static void
test_finish (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  g_autoptr (CoachSessionReport) report = NULL;

  g_test_summary ("The finish shows every move, and the way to Today");
  advance (fixture, 3600);
  report = coach_session_dup_report (fixture->session);
  close_window (fixture, page);
  page = coach_finish_page_new (fixture->context, report);
  show (fixture, page);
  g_assert_cmpstr (get_text (page, "title_label"), ==, "Well done");
  g_assert_cmpstr (gtk_button_get_label (get_child (page, "done_button")), ==, "Done");
  close_window (fixture, page);
}

/* As the window does, of which the page is not part here. */
static void
test_finish_answers (Fixture       *fixture,
                     gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture);
  CoachDiary *diary = coach_app_context_get_diary (fixture->context);
  g_autoptr (CoachSessionRecorder) recorder = NULL;
  g_autoptr (CoachSessionReport) report = NULL;
  gpointer form;
  const CoachDiarySession *session;

  g_test_summary ("What is answered at the finish goes to the diary, with Done");
  recorder = coach_session_recorder_new (diary, fixture->session, COACH_CLOCK (fixture->clock),
                                         NULL);
  advance (fixture, 3600);
  report = coach_session_dup_report (fixture->session);
  close_window (fixture, page);
  page = coach_finish_page_new (fixture->context, report);
  show (fixture, page);
  form = get_child (page, "form");
  coach_picker_set_selected (get_child (form, "reach_picker"), COACH_RANK_CALF);
  coach_picker_set_selected (get_child (form, "sides_picker"), 0);
  coach_picker_set_selected (get_child (form, "back_picker"), 0);
  coach_picker_set_selected (get_child (form, "leg_picker"), 3);
  coach_picker_set_selected (get_child (page, "effort_picker"), 1);
  g_signal_emit_by_name (get_child (page, "done_button"), "clicked");
  session = coach_diary_get_session (diary, 0);
  g_assert_cmpuint (coach_pain_get_leg (session->after), ==, 3);
  g_assert_cmpuint (session->effort, ==, 2);
  g_assert_cmpuint (coach_diary_get_n_checkins (diary), ==, 1);
  close_window (fixture, page);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/session-pages/clock", Fixture, NULL, set_up, test_clock, tear_down);
  g_test_add ("/session-pages/controls", Fixture, NULL, set_up, test_controls, tear_down);
  g_test_add ("/session-pages/notice", Fixture, NULL, set_up, test_notice, tear_down);
  g_test_add ("/session-pages/question", Fixture, NULL, set_up, test_question, tear_down);
  g_test_add ("/session-pages/mirrored", Fixture, NULL, set_up, test_mirrored, tear_down);
  g_test_add ("/session-pages/far", Fixture, NULL, set_up, test_far, tear_down);
  g_test_add ("/session-pages/far-notice", Fixture, NULL, set_up, test_far_notice, tear_down);
  g_test_add ("/session-pages/far-paused", Fixture, NULL, set_up, test_far_paused, tear_down);
  g_test_add ("/session-pages/far-asks", Fixture, NULL, set_up, test_far_asks, tear_down);
  g_test_add ("/session-pages/monitor", Fixture, NULL, set_up, test_monitor, tear_down);
  g_test_add ("/session-pages/before-start", Fixture, NULL, set_up, test_before_start, tear_down);
  g_test_add ("/session-pages/finish", Fixture, NULL, set_up, test_finish, tear_down);
  g_test_add ("/session-pages/finish-answers", Fixture, NULL, set_up, test_finish_answers,
              tear_down);
  return g_test_run ();
}
