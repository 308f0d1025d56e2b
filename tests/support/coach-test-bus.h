#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COACH_TEST_WAIT_S 30

/**
 * CoachTestBus:
 * @bus: a bus of the test's own
 * @theirs: (owned): the connection of what is played
 * @ours: (owned): the connection of what is tested
 *
 * Both ends of a conversation on a private bus, in one process.
 */
typedef struct
{
  GTestDBus       *bus;
  GDBusConnection *theirs;
  GDBusConnection *ours;
} CoachTestBus;

void     coach_test_bus_up      (CoachTestBus *self);
void     coach_test_bus_down    (CoachTestBus *self);
void     coach_test_bus_own     (CoachTestBus *self,
                                 const char   *name);
void     coach_test_bus_release (CoachTestBus *self,
                                 const char   *name);
gboolean coach_test_time_up_cb  (gpointer      user_data);

/* Runs the loop until a condition holds; each wait has a bound. */
#define coach_test_wait_for(condition)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gboolean time_up = FALSE;                                                                      \
    guint id = g_timeout_add_seconds (COACH_TEST_WAIT_S, coach_test_time_up_cb, &time_up);         \
    while (!(condition) && !time_up)                                                               \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (id);                                                                          \
    g_assert_false (time_up);                                                                      \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
