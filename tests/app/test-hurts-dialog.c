/* "It hurts" on the screen of a session and on the page of a move. */
#include <adwaita.h>

#include "coach-hurts-dialog.h"
#include "coach-move-page.h"
#include "coach-session-page.h"
#include "person-fixture.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
/* Far more than showing a window takes. */
#define LIMIT_S 20

static GtkWindow *window; /* (owned by GTK) (nullable) */

G_NORETURN static gboolean
time_out_cb (gpointer user_data)
{
  g_error ("Nothing happened for %d s", LIMIT_S);
}

static void
show (GtkWidget *page)
{
  guint limit = g_timeout_add_seconds (LIMIT_S, time_out_cb, NULL);

  if (window == NULL)
    window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
close_window (void)
{
  gtk_window_destroy (g_steal_pointer (&window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static CoachHurtsDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (COACH_IS_HURTS_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gpointer
get_child (const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (find_dialog ()), COACH_TYPE_HURTS_DIALOG, name);
}

/* Presses a button of the dialog, counted from 0. */
static void
answer (guint       index,
        const char *box)
{
  GtkWidget *button = gtk_widget_get_first_child (get_child (box));

  for (guint i = 0; i < index; i++)
    button = gtk_widget_get_next_sibling (button);
  g_signal_emit_by_name (button, "clicked");
}

/* "c2" is the third choice, "s10" the score 10, "q" leaves, "x" closes the window. */
static void
answer_all (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (list[i][0] == 'x')
      gtk_window_close (GTK_WINDOW (find_dialog ()));
    else if (list[i][0] == 'q')
      g_signal_emit_by_name (get_child ("leave_button"), "clicked");
    else
      answer ((guint) g_ascii_strtoull (list[i] + 1, NULL, 10),
              list[i][0] == 's' ? "scores" : "choices");
}

static void
check_in (PersonFixture *fixture,
          guint8         back)
{
  CoachPain pain = person_fixture_make_pain (back, 0);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);

  coach_diary_add_checkin (fixture->diary, now, &pain);
}

static GtkWidget *
show_session (PersonFixture   *fixture,
              const CoachPain *before)
{
  GtkWidget *page;

  person_fixture_begin_session (fixture, before);
  page = coach_session_page_new (fixture->context, fixture->session);
  show (page);
  return page;
}

static CoachMovement *
get_movement (PersonFixture *fixture)
{
  return coach_session_get_step (fixture->session)->movement;
}

static CoachSessionStatus
get_status (PersonFixture *fixture)
{
  return coach_session_get_status (fixture->session);
}

static void
advance (PersonFixture *fixture,
         gint64         us)
{
  coach_manual_clock_advance (fixture->clock, us);
}

static void
say_it_hurts (GtkWidget *page)
{
  gtk_widget_activate_action (page, "session.it-hurts", NULL);
}

static void
test_asks_once (PersonFixture *fixture,
                gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture, NULL);
  CoachHurtsDialog *dialog;

  g_test_summary ("It hurts pauses at once, asks once, and goes on with what was decided");
  advance (fixture, 20 * SECOND);
  say_it_hurts (page);
  dialog = find_dialog ();
  say_it_hurts (page);
  g_assert_true (find_dialog () == dialog);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  answer_all ("c0");
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  answer_all ("c2");
  g_assert_null (find_dialog ());
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
  g_assert_true (coach_session_is_leading_in (fixture->session));
  g_assert_cmpuint (coach_session_get_phase (fixture->session)->step, ==, 1);
  close_window ();
}

static void
test_amber_twice (PersonFixture *fixture,
                  gconstpointer  user_data)
{
  CoachPain before = person_fixture_make_pain (2, 0);
  GtkWidget *page = show_session (fixture, &before);
  CoachMovement *first;

  g_test_summary ("A gentler move comes after a pause; amber again, both are left out");
  while (coach_movement_get_easier (get_movement (fixture)) == NULL)
    coach_session_skip_step (fixture->session);
  first = get_movement (fixture);
  say_it_hurts (page);
  answer_all ("c1 s4");
  g_assert_true (coach_session_get_step (fixture->session)->instead_of == first);
  g_assert_cmpint (coach_session_get_phase (fixture->session)->kind, ==, COACH_PHASE_REST);
  g_assert_cmpuint (coach_profile_get_n_benches (fixture->profile), ==, 0);

  advance (fixture, 60 * SECOND);
  say_it_hurts (page);
  answer_all ("c1 s4");
  g_assert_cmpuint (coach_profile_get_n_benches (fixture->profile), ==, 2);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
  close_window ();
}

static void
test_wait (PersonFixture *fixture,
           gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture, NULL);

  g_test_summary ("Burning is given a minute, which is counted down on the session's clock");
  say_it_hurts (page);
  answer_all ("c3");
  advance (fixture, 18 * SECOND);
  g_assert_cmpstr (gtk_label_get_text (get_child ("seconds_label")), ==, "42");
  g_assert_cmpstr (gtk_label_get_text (get_child ("breath_label")), ==, "Breathe out slowly");
  advance (fixture, 120 * SECOND);
  g_assert_cmpstr (gtk_label_get_text (get_child ("seconds_label")), ==, "0");
  answer_all ("c0");
  g_assert_cmpuint (coach_profile_get_n_benches (fixture->profile), ==, 1);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
  close_window ();
}

static void
test_closed_while_asking (PersonFixture *fixture,
                          gconstpointer  user_data)
{
  CoachHurtsDialog *dialog;

  g_test_summary ("A window that is closed takes the question with it, and the session lives on");
  say_it_hurts (show_session (fixture, NULL));
  dialog = find_dialog ();
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  close_window ();
  g_assert_null (dialog);
  coach_session_resume (fixture->session);
  person_fixture_advance (fixture, 1);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_FINISHED);
}

/* The first button is in focus, and what is asked is read with it; before it comes Stop. */
static void
test_keyboard (PersonFixture *fixture,
               gconstpointer  user_data)
{
  GtkWidget *page = show_session (fixture, NULL);
  GtkWidget *first;
  g_autofree char *found = NULL;

  g_test_summary ("The keyboard begins at the first answer, right behind Stop");
  say_it_hurts (page);
  first = gtk_widget_get_first_child (get_child ("choices"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (find_dialog ())) == first);
  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (first),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              "Pulling, stretching, tired muscle");
  g_assert_cmpstr (found, ==, NULL);
  gtk_test_accessible_assert_relation (first, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                       get_child ("question_label"), NULL);
  gtk_widget_child_focus (GTK_WIDGET (find_dialog ()), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (find_dialog ()))
                 == get_child ("leave_button"));
  close_window ();
}

/* Where in a session it hurts. */
typedef struct
{
  guint    phase;
  gboolean while_paused;
  gboolean while_leading_in;
} Moment;

/* One phase of each kind, the last step, a pause and a lead-in. */
static GArray *
find_moments (CoachPlan *plan)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  guint seen = 0;

  for (guint i = 0; i < coach_plan_get_n_phases (plan) - 1; i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);
      Moment moment = { .phase = i };

      if ((seen & (1u << phase->kind)) == 0
          || phase->step == coach_plan_get_n_steps (plan) - 1)
        g_array_append_val (moments, moment);
      seen |= 1u << phase->kind;
    }
  g_assert_cmpuint (seen, ==, (1u << COACH_PHASE_FINISH) - 1);
  for (guint i = 0; i < 2; i++)
    {
      Moment moment = { .phase = 3, .while_paused = i == 0, .while_leading_in = i == 1 };

      g_array_append_val (moments, moment);
    }
  return moments;
}

static guint
sum_work_s (CoachPlan *plan,
            gint64     at_us)
{
  gint64 worked_us = 0;

  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);

      if (phase->kind == COACH_PHASE_HOLD || phase->kind == COACH_PHASE_REPS
          || phase->kind == COACH_PHASE_TIME)
        worked_us += CLAMP (at_us - phase->start_s * SECOND, 0, phase->length_s * SECOND);
    }
  return (guint) (worked_us / SECOND);
}

static void
reach (PersonFixture *fixture,
       const Moment  *moment,
       gint64         at_us)
{
  advance (fixture, at_us);
  if (moment->while_paused || moment->while_leading_in)
    coach_session_pause (fixture->session);
  if (moment->while_leading_in)
    coach_session_resume (fixture->session);
}

static void
check_moment (PersonFixture *fixture,
              const Moment  *moment,
              const char    *answers,
              gboolean       ends)
{
  CoachPain before = person_fixture_make_pain (2, 0);
  GtkWidget *page = show_session (fixture, &before);
  CoachPlan *plan = coach_session_get_plan (fixture->session);
  gint64 at_us = (coach_plan_get_phase (plan, moment->phase)->start_s + 1) * SECOND;
  guint worked_s = sum_work_s (plan, at_us);
  g_autoptr (CoachSessionReport) report = NULL;

  g_test_message ("phase %u, %s", moment->phase, answers);
  reach (fixture, moment, at_us);
  say_it_hurts (page);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  answer_all (answers);
  g_assert_null (find_dialog ());
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  report = coach_session_dup_report (fixture->session);
  g_assert_cmpuint (coach_session_report_get_total_worked_s (report), ==, worked_s);
  if (ends)
    g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_STOPPED);
  else
    g_assert_cmpint (get_status (fixture), !=, COACH_SESSION_STOPPED);
}

static void
test_everywhere (PersonFixture *fixture,
                 gconstpointer  user_data)
{
  static const struct
  {
    const char *answers;
    gboolean    ends;
  } ways[] = {
    { "c0 c0", FALSE }, { "c0 c1", FALSE }, { "c0 c2", FALSE },    { "c1 s3 c0", FALSE },
    { "c1 s4", FALSE }, { "c2 s8", TRUE },  { "c2 s1 c1", FALSE }, { "c3 c0", FALSE },
    { "c3 c1", TRUE },  { "c4", TRUE },     { "c5", TRUE },        { "q", TRUE },
    { "c3 q", TRUE },   { "x", FALSE },     { "c3 x", FALSE },
  };
  g_autoptr (GArray) moments = NULL;

  g_test_summary ("In every phase every answer keeps what was done, and the window");
  person_fixture_begin_session (fixture, NULL);
  moments = find_moments (coach_session_get_plan (fixture->session));
  for (guint i = 0; i < moments->len; i++)
    for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
      check_moment (fixture, &g_array_index (moments, Moment, i), ways[way].answers,
                    ways[way].ends);
  close_window ();
}

static void
test_on_a_move (PersonFixture *fixture,
                gconstpointer  user_data)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (fixture->context);
  GtkWidget *page = coach_move_page_new (fixture->context,
                                         coach_catalog_lookup_move (catalog, "bridge"));

  g_test_summary ("A move that hurt elsewhere is left out from its own page");
  check_in (fixture, 2);
  show (page);
  gtk_widget_activate_action (page, "move.it-hurt", NULL);
  answer_all ("x");
  g_assert_cmpuint (coach_diary_get_n_hurts (fixture->diary), ==, 0);

  gtk_widget_activate_action (page, "move.it-hurt", NULL);
  answer_all ("c1 s6");
  g_assert_cmpuint (coach_diary_get_n_hurts (fixture->diary), ==, 1);
  g_assert_nonnull (coach_profile_lookup_bench (fixture->profile, "bridge"));
  close_window ();
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) \
  g_test_add ("/hurts-dialog/" name, PersonFixture, NULL, person_fixture_set_up, func, \
              person_fixture_tear_down)
  ADD ("asks-once", test_asks_once);
  ADD ("amber-twice", test_amber_twice);
  ADD ("wait", test_wait);
  ADD ("closed-while-asking", test_closed_while_asking);
  ADD ("keyboard", test_keyboard);
  ADD ("everywhere", test_everywhere);
  ADD ("on-a-move", test_on_a_move);
  return g_test_run ();
}
