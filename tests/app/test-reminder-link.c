/* What the program hears of a reminder on a bus of the test, and tells it. */
#include <gio/gio.h>

#include "coach-manual-clock.h"
#include "coach-reminder-bus.h"
#include "coach-reminder-link.h"
#include "coach-test-bus.h"

#define NAME    "org.lowtide.Lowtide.Reminder"
#define PATH    "/org/lowtide/Lowtide/Reminder"
#define MINUTE  (60 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  CoachTestBus       bus;
  CoachBusReminder  *reminder; /* (owned): the played one */
  CoachManualClock  *clock;    /* (owned) */
  CoachReminderLink *link;     /* (owned) */
  GString           *heard;    /* (owned): what the reminder was told */
  GPtrArray         *unanswered; /* (owned): calls to a silent one */
  guint              n_asked;
  guint              n_breaks;
  guint              n_failed;
  gboolean           refuses;
  gboolean           is_silent;
} Fixture;

/* For every method: what comes after the call is not looked at, for the call has it, too. */
static gboolean
called_cb (Fixture               *fixture,
           GDBusMethodInvocation *invocation)
{
  const char *method = g_dbus_method_invocation_get_method_name (invocation);
  g_autofree char *arguments
      = g_variant_print (g_dbus_method_invocation_get_parameters (invocation), FALSE);

  if (fixture->is_silent)
    {
      g_ptr_array_add (fixture->unanswered, invocation);
      return TRUE;
    }
  if (g_str_equal (method, "GetSpell"))
    {
      fixture->n_asked++;
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(uubu)", 1500, 1800, TRUE,
                                                                        0));
      return TRUE;
    }
  g_string_append_printf (fixture->heard, "%s%s ", method, arguments);
  if (fixture->refuses)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.lowtide.Test.No", "no");
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
  return TRUE;
}

/* In the thread of the test, unlike what authorizes calls. */
static void
connect_methods (Fixture *fixture)
{
  static const char *signals[] = {
    "handle-get-spell",  "handle-pause",     "handle-resume",        "handle-snooze",
    "handle-set-standing", "handle-begin-break", "handle-end-break", "handle-begin-session",
    "handle-end-session", "handle-reload",
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (fixture->reminder, signals[i], G_CALLBACK (called_cb), fixture);
}

static void
break_taken_cb (Fixture *fixture)
{
  fixture->n_breaks++;
}

static void
failed_cb (Fixture *fixture)
{
  fixture->n_failed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  coach_test_bus_up (&fixture->bus);
  fixture->heard = g_string_new (NULL);
  fixture->reminder = coach_bus_reminder_skeleton_new ();
  coach_bus_reminder_set_state (fixture->reminder, "sitting");
  coach_bus_reminder_set_source (fixture->reminder, "x11");
  fixture->unanswered = g_ptr_array_new_with_free_func (g_object_unref);
  connect_methods (fixture);
  g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (fixture->reminder),
                                    fixture->bus.theirs, PATH, &error);
  g_assert_no_error (error);
  fixture->clock = coach_manual_clock_new ();
  fixture->link = coach_reminder_link_new (COACH_CLOCK (fixture->clock));
  g_signal_connect_swapped (fixture->link, "break-taken", G_CALLBACK (break_taken_cb), fixture);
  g_signal_connect_swapped (fixture->link, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_object_run_dispose (G_OBJECT (fixture->link));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->link);
  g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (fixture->reminder));
  g_object_unref (fixture->reminder);
  g_object_unref (fixture->clock);
  g_string_free (fixture->heard, TRUE);
  g_ptr_array_unref (fixture->unanswered);
  coach_test_bus_down (&fixture->bus);
}

static CoachReminderFacts
get_facts (Fixture *fixture)
{
  CoachReminderFacts facts;

  coach_reminder_link_get_facts (fixture->link, &facts);
  return facts;
}

static void
test_comes_and_goes (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_test_summary ("A reminder that comes, goes and comes back is known each time");
  coach_reminder_link_connect (fixture->link, fixture->bus.ours);
  g_assert_false (get_facts (fixture).is_known);
  coach_test_wait_for (get_facts (fixture).is_known);
  g_assert_false (get_facts (fixture).is_running);
  for (guint i = 0; i < 2; i++)
    {
      coach_test_bus_own (&fixture->bus, NAME);
      coach_test_wait_for (g_strcmp0 (get_facts (fixture).state, "sitting") == 0);
      g_assert_true (get_facts (fixture).is_running);
      g_assert_cmpstr (get_facts (fixture).source, ==, "x11");
      coach_bus_reminder_set_state (fixture->reminder, "away");
      coach_test_wait_for (g_strcmp0 (get_facts (fixture).state, "away") == 0);
      coach_bus_reminder_set_state (fixture->reminder, "sitting");
      coach_test_bus_release (&fixture->bus, NAME);
      coach_test_wait_for (!get_facts (fixture).is_running);
      g_assert_null (get_facts (fixture).state);
    }
}

static void
test_viewing (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("The spell is asked for once a minute, and only while somebody sees it");
  coach_test_bus_own (&fixture->bus, NAME);
  coach_reminder_link_connect (fixture->link, fixture->bus.ours);
  coach_test_wait_for (get_facts (fixture).state != NULL);
  coach_manual_clock_advance (fixture->clock, 10 * MINUTE);
  g_assert_cmpuint (fixture->n_asked, ==, 0);
  g_assert_false (get_facts (fixture).has_spell);

  coach_reminder_link_begin_viewing (fixture->link);
  coach_test_wait_for (get_facts (fixture).has_spell);
  g_assert_cmpuint (get_facts (fixture).sat_s, ==, 1500);
  coach_manual_clock_advance (fixture->clock, MINUTE);
  coach_test_wait_for (fixture->n_asked == 2
                       && coach_manual_clock_count_armed (fixture->clock) == 1);

  coach_reminder_link_end_viewing (fixture->link);
  g_assert_cmpuint (coach_manual_clock_count_armed (fixture->clock), ==, 0);
  coach_manual_clock_advance (fixture->clock, 10 * MINUTE);
  g_assert_cmpuint (fixture->n_asked, ==, 2);
}

static void
test_telling (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("What the person presses comes to the reminder, and what it refuses is told");
  coach_reminder_link_pause (fixture->link, 30);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  coach_test_bus_own (&fixture->bus, NAME);
  coach_reminder_link_connect (fixture->link, fixture->bus.ours);
  coach_test_wait_for (get_facts (fixture).state != NULL);
  coach_reminder_link_pause (fixture->link, 30);
  coach_reminder_link_resume (fixture->link);
  coach_reminder_link_set_standing (fixture->link, TRUE);
  coach_reminder_link_begin_break (fixture->link, "chair");
  coach_reminder_link_end_break (fixture->link);
  coach_reminder_link_reload (fixture->link);
  coach_test_wait_for (g_str_equal (fixture->heard->str, "Pause(30,) Resume() SetStanding(true,) "
                                              "BeginBreak('chair',) EndBreak(false,) Reload() "));
  fixture->refuses = TRUE;
  coach_reminder_link_resume (fixture->link);
  coach_test_wait_for (fixture->n_failed == 2);
}

static void
test_session (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("A session is told once, and again to a reminder that comes up meanwhile");
  coach_reminder_link_connect (fixture->link, fixture->bus.ours);
  coach_reminder_link_set_session (fixture->link, TRUE);
  coach_reminder_link_set_session (fixture->link, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_string_truncate (fixture->heard, 0);
      coach_test_bus_own (&fixture->bus, NAME);
      coach_test_wait_for (g_str_equal (fixture->heard->str, "BeginSession() "));
      if (i == 0)
        {
          coach_test_bus_release (&fixture->bus, NAME);
          coach_test_wait_for (!get_facts (fixture).is_running);
        }
    }
  coach_reminder_link_set_session (fixture->link, FALSE);
  coach_test_wait_for (g_str_equal (fixture->heard->str, "BeginSession() EndSession() "));
}

static void
test_break (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("A break that was taken is heard of");
  coach_test_bus_own (&fixture->bus, NAME);
  coach_reminder_link_connect (fixture->link, fixture->bus.ours);
  coach_test_wait_for (get_facts (fixture).state != NULL);
  coach_bus_reminder_emit_break_taken (fixture->reminder, "stand", 1709643600, 60, 1800);
  coach_test_wait_for (fixture->n_breaks == 1);
}

static void
test_no_bus (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("Without a bus there is no reminder, and that is known at once");
  coach_reminder_link_connect (fixture->link, NULL);
  g_assert_true (get_facts (fixture).is_known);
  g_assert_false (get_facts (fixture).is_running);
  coach_reminder_link_begin_viewing (fixture->link);
  coach_reminder_link_end_viewing (fixture->link);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/app/reminder-link/comes-and-goes", test_comes_and_goes);
  add ("/app/reminder-link/viewing", test_viewing);
  add ("/app/reminder-link/telling", test_telling);
  add ("/app/reminder-link/session", test_session);
  add ("/app/reminder-link/break", test_break);
  add ("/app/reminder-link/no-bus", test_no_bus);

  return g_test_run ();
}
