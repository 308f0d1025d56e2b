/* Which monitor was meant, and what it is called. */
#include <glib.h>

#include "coach-monitor-choice.h"

static const CoachMonitorFacts desk[] = {
  { "eDP-1", "0x1234" },
  { "DP-1", "U2720Q" },
  { "DP-2", "U2720Q" },
  { "HDMI-1", NULL },
  { NULL, NULL },
};

static const struct
{
  const char *connector;
  const char *model;
  int         found;
} choices[] = {
  { "", "", -1 },                /* none was chosen */
  { "DP-2", "U2720Q", 2 },       /* as it was */
  { "DP-3", "U2720Q", -1 },      /* one of two, but which? */
  { "eDP-2", "0x1234", 0 },      /* in another socket */
  { "DP-1", "Projector", -1 },   /* something else is in its socket */
  { "HDMI-1", "", 3 },           /* nothing is known but the socket */
  { "HDMI-2", "", -1 },
};

static const char *const names[] = { "Built-in screen", "U2720Q (DP-1)", "U2720Q (DP-2)", "HDMI-1",
                                     "Monitor 5" };

static void
test_find (void)
{
  g_test_summary ("The monitor is the one that was chosen, or none");
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_test_message ("%s, %s", choices[i].connector, choices[i].model);
      g_assert_cmpint (coach_monitor_choice_find (desk, G_N_ELEMENTS (desk), choices[i].connector,
                                                  choices[i].model),
                       ==, choices[i].found);
    }
  g_assert_cmpint (coach_monitor_choice_find (NULL, 0, "DP-1", "U2720Q"), ==, -1);
}

static void
test_describe (void)
{
  g_autofree char *alone = NULL;

  g_test_summary ("No two monitors have the same name");
  for (guint i = 0; i < G_N_ELEMENTS (desk); i++)
    {
      g_autofree char *name = coach_monitor_choice_describe (desk, G_N_ELEMENTS (desk), i);

      g_assert_cmpstr (name, ==, names[i]);
    }
  alone = coach_monitor_choice_describe (desk, 2, 1);
  g_assert_cmpstr (alone, ==, "U2720Q");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/monitor-choice/find", test_find);
  g_test_add_func ("/monitor-choice/describe", test_describe);
  return g_test_run ();
}
