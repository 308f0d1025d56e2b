#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-agent-clerk.h"

#include <stdlib.h>
#include <string.h>

#include "coach-reminder-error.h"

#define SELF     "/proc/self/exe"
#define CLERK    "--clerk"
#define LOOK     "look"
#define PUT_DOWN "put-down"

/* What the one process prints and the other reads: all numbers of safety.json, and the lock. */
#define N_NUMBERS (sizeof (CoachSittingNumbers) / sizeof (guint))
G_STATIC_ASSERT (sizeof (CoachSittingNumbers) % sizeof (guint) == 0);

struct _CoachAgentClerk
{
  GObject  parent_instance;

  GQueue  *breaks;     /* (owned) (element-type GStrv): to be put down, the oldest first */
  guint    watch_id;   /* of the process that puts the first one down; 0 when there is none */
};

/**
 * CoachAgentClerk:
 *
 * What needs catalogue or journal is done by a process of its own, which is this program called
 * with `--clerk`: what they need of memory goes with it, and the agent, which runs all day, stays
 * small.
 */
G_DEFINE_FINAL_TYPE (CoachAgentClerk, coach_agent_clerk, G_TYPE_OBJECT)

static void put_next_down (CoachAgentClerk *self);

/* A break that could not be put down stays, and is tried again with the next one. */
static void
put_down_cb (GPid     pid,
             int      wait_status,
             gpointer user_data)
{
  CoachAgentClerk *self = user_data;
  g_autoptr (GError) error = NULL;

  self->watch_id = 0;
  g_spawn_close_pid (pid);
  if (!g_spawn_check_wait_status (wait_status, &error))
    {
      g_message ("a break could not be put down yet: %s", error->message);
      return;
    }
  g_strfreev (g_queue_pop_head (self->breaks));
  put_next_down (self);
}

static void
put_next_down (CoachAgentClerk *self)
{
  char **command = g_queue_peek_head (self->breaks);
  g_autoptr (GError) error = NULL;
  GPid pid;

  if (command == NULL || self->watch_id != 0)
    return;
  if (g_spawn_async (NULL, command, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                     NULL, NULL, &pid, &error))
    self->watch_id = g_child_watch_add (pid, put_down_cb, self);
  else
    g_message ("%s", error->message);
}

static void
coach_agent_clerk_finalize (GObject *object)
{
  CoachAgentClerk *self = COACH_AGENT_CLERK (object);

  if (self->watch_id != 0)
    g_source_remove (self->watch_id);
  g_queue_free_full (self->breaks, (GDestroyNotify) g_strfreev);

  G_OBJECT_CLASS (coach_agent_clerk_parent_class)->finalize (object);
}

static void
coach_agent_clerk_class_init (CoachAgentClerkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_agent_clerk_finalize;
}

static void
coach_agent_clerk_init (CoachAgentClerk *self)
{
  self->breaks = g_queue_new ();
}

/**
 * coach_agent_clerk_new:
 *
 * Makes a clerk.
 *
 * Returns: (transfer full): a clerk
 */
CoachAgentClerk *
coach_agent_clerk_new (void)
{
  return g_object_new (COACH_TYPE_AGENT_CLERK, NULL);
}

static gboolean
read_answer (const char           *text,
             CoachSittingNumbers  *numbers,
             gboolean             *is_locked,
             GError              **error)
{
  guint values[N_NUMBERS + 1];
  const char *at = text;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      char *end;

      values[i] = (guint) g_ascii_strtoull (at, &end, 10);
      if (end == at)
        {
          g_set_error (error, COACH_REMINDER_ERROR, COACH_REMINDER_ERROR_DAMAGED,
                       "the clerk said “%s”", text);
          return FALSE;
        }
      at = end;
    }
  memcpy (numbers, values, sizeof *numbers);
  *is_locked = values[N_NUMBERS] != 0;
  return TRUE;
}

/**
 * coach_agent_clerk_look:
 * @self: a clerk
 * @numbers: (out caller-allocates): what the safety rules say of sitting
 * @is_locked: (out): whether a warning sign has exercises off
 *
 * Looks at the safety rules and at the person; waits for the answer, some hundredths of a second. A
 * journal that cannot be read may hold a warning sign, so it counts as one.
 *
 * Returns: whether the rules could be read; what is wrong with them is on standard error
 */
gboolean
coach_agent_clerk_look (CoachAgentClerk      *self,
                        CoachSittingNumbers  *numbers,
                        gboolean             *is_locked,
                        GError              **error)
{
  char *command[] = { (char *) SELF, (char *) CLERK, (char *) LOOK, NULL };
  g_autofree char *text = NULL;
  int wait_status;

  g_return_val_if_fail (COACH_IS_AGENT_CLERK (self), FALSE);
  g_return_val_if_fail (numbers != NULL && is_locked != NULL, FALSE);

  return g_spawn_sync (NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &wait_status,
                       error)
         && g_spawn_check_wait_status (wait_status, error)
         && read_answer (text, numbers, is_locked, error);
}

/**
 * coach_agent_clerk_put_down:
 * @self: a clerk
 * @kind: "away", "stand", "chair" or "session"
 * @began: the local time it began at
 * @length_s: how long it was, in seconds
 * @sat_s: how long the person had sat before it, in seconds
 *
 * Puts a break down in the journal. Nobody waits for that; what the journal does not take now is
 * tried again with the next break.
 */
void
coach_agent_clerk_put_down (CoachAgentClerk *self,
                            const char      *kind,
                            GDateTime       *began,
                            guint            length_s,
                            guint            sat_s)
{
  GStrv command;

  g_return_if_fail (COACH_IS_AGENT_CLERK (self));
  g_return_if_fail (kind != NULL && began != NULL);

  command = g_new0 (char *, 8);
  command[0] = g_strdup (SELF);
  command[1] = g_strdup (CLERK);
  command[2] = g_strdup (PUT_DOWN);
  command[3] = g_strdup (kind);
  command[4] = g_date_time_format_iso8601 (began);
  command[5] = g_strdup_printf ("%u", length_s);
  command[6] = g_strdup_printf ("%u", sat_s);
  g_queue_push_tail (self->breaks, command);
  put_next_down (self);
}

/**
 * coach_agent_clerk_finish:
 * @self: a clerk
 *
 * Waits until all breaks are put down, or cannot be; for the end of the agent.
 */
void
coach_agent_clerk_finish (CoachAgentClerk *self)
{
  char **command;

  g_return_if_fail (COACH_IS_AGENT_CLERK (self));

  while (self->watch_id != 0)
    g_main_context_iteration (NULL, TRUE);
  while ((command = g_queue_pop_head (self->breaks)) != NULL)
    {
      g_spawn_sync (NULL, command, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL,
                    NULL);
      g_strfreev (command);
    }
}

/* In the other process from here on. */

static int
answer_look (CoachPlaces *places,
             CoachClock  *clock)
{
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (GDateTime) now = coach_clock_get_local_time (clock);
  g_autoptr (GError) error = NULL;
  g_auto (CoachKeptPerson) person = { NULL };
  const guint *numbers;
  gboolean is_locked = TRUE;

  catalog = coach_catalog_load_guides (coach_places_get_catalog_dir (places), &error);
  if (catalog == NULL)
    {
      g_printerr ("lowtide-reminder: %s\n", error->message);
      return EXIT_FAILURE;
    }
  if (coach_kept_person_read (&person, catalog, places, now, &error))
    is_locked = coach_kept_person_is_locked (&person);
  else
    g_message ("%s", error->message);
  numbers = (const guint *) coach_safety_guide_get_sitting (
      coach_catalog_get_safety_guide (catalog));
  for (guint i = 0; i < N_NUMBERS; i++)
    g_print ("%u ", numbers[i]);
  g_print ("%d\n", is_locked);
  return EXIT_SUCCESS;
}

static int
answer_put_down (CoachPlaces *places,
                 char        *words[])
{
  g_autoptr (CoachJournal) journal = coach_journal_new (places);
  g_autoptr (GDateTime) began = g_date_time_new_from_iso8601 (words[1], NULL);
  g_autoptr (GError) error = NULL;

  if (began == NULL)
    return EXIT_FAILURE;
  if (coach_journal_open (journal, &error))
    {
      coach_journal_add_break (journal, began, words[0],
                               (guint) g_ascii_strtoull (words[2], NULL, 10),
                               (guint) g_ascii_strtoull (words[3], NULL, 10));
      if (coach_journal_flush (journal, &error))
        return EXIT_SUCCESS;
    }
  g_message ("%s", error->message);
  return EXIT_FAILURE;
}

/**
 * coach_agent_clerk_is_asked:
 * @argc: the number of words of the command line
 * @argv: (array length=argc): the command line
 *
 * Tells whether this process is the one that does a clerk's work.
 *
 * Returns: whether it is
 */
gboolean
coach_agent_clerk_is_asked (int   argc,
                            char *argv[])
{
  return argc > 1 && g_str_equal (argv[1], CLERK);
}

/**
 * coach_agent_clerk_answer:
 * @places: the person's folders
 * @clock: the clock
 * @argc: the number of words of the command line
 * @argv: (array length=argc): the command line, of which coach_agent_clerk_is_asked() is true
 *
 * Does what a clerk was asked for in the process that this is for.
 *
 * Returns: the exit status
 */
int
coach_agent_clerk_answer (CoachPlaces *places,
                          CoachClock  *clock,
                          int          argc,
                          char        *argv[])
{
  g_return_val_if_fail (COACH_IS_PLACES (places) && COACH_IS_CLOCK (clock), EXIT_FAILURE);

  if (argc == 3 && g_str_equal (argv[2], LOOK))
    return answer_look (places, clock);
  if (argc == 7 && g_str_equal (argv[2], PUT_DOWN))
    return answer_put_down (places, argv + 3);
  return 2;
}
