#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-agent-memory.h"

#include <glib/gstdio.h>

#define STATE_FILE "reminder.state"
#define MARK_FILE  "reminder.notice"

/* Some hundred bytes; a larger file is not one of ours. */
#define MAX_BYTES (64 * 1024)

static char *
make_path (CoachPlaces *places,
           const char  *name)
{
  return g_build_filename (coach_places_get_data_dir (places), name, NULL);
}

/* Where no kernel tells, times of one clock are never taken for those of another start. */
static char *
dup_boot_id (void)
{
  char *id;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &id, NULL, NULL))
    return g_strdup ("");
  return g_strstrip (id);
}

static char *
read_text (const char *path)
{
  GStatBuf info;
  char *text;

  if (g_stat (path, &info) != 0 || info.st_size > MAX_BYTES)
    return NULL;
  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

static void
write_text (CoachPlaces *places,
            const char  *path,
            const char  *text)
{
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (coach_places_get_data_dir (places), 0700);
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("%s", error->message);
}

/**
 * coach_agent_memory_restore:
 * @places: the person's folders
 * @reminder: a reminder that was not started yet
 *
 * Lets it go on where the agent ended before, however that was. What makes no sense is told and
 * left behind.
 */
void
coach_agent_memory_restore (CoachPlaces   *places,
                            CoachReminder *reminder)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *boot_id = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (COACH_IS_PLACES (places) && COACH_IS_REMINDER (reminder));

  path = make_path (places, STATE_FILE);
  text = read_text (path);
  boot_id = dup_boot_id ();
  if (text != NULL && !coach_reminder_restore (reminder, text, boot_id, &error))
    g_message ("%s: %s", path, error->message);
}

/**
 * coach_agent_memory_save:
 * @places: the person's folders
 * @reminder: a reminder
 * @is_leaving: whether the agent ends in good order
 *
 * Writes down where it is, for whoever goes on from there.
 */
void
coach_agent_memory_save (CoachPlaces   *places,
                         CoachReminder *reminder,
                         gboolean       is_leaving)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *boot_id = NULL;

  g_return_if_fail (COACH_IS_PLACES (places) && COACH_IS_REMINDER (reminder));

  path = make_path (places, STATE_FILE);
  boot_id = dup_boot_id ();
  text = coach_reminder_to_text (reminder, boot_id, is_leaving);
  write_text (places, path, text);
}

/**
 * coach_agent_memory_dup_mark:
 * @places: the person's folders
 *
 * Gets what finds the notice that the agent before this one left behind.
 *
 * Returns: (transfer full) (nullable): a mark, or %NULL where none was left
 */
char *
coach_agent_memory_dup_mark (CoachPlaces *places)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);

  path = make_path (places, MARK_FILE);
  return read_text (path);
}

/**
 * coach_agent_memory_set_mark:
 * @places: the person's folders
 * @mark: (nullable): what finds the notice that is there; %NULL when none is
 *
 * Writes down what finds the notice, in case the agent crashes under it.
 */
void
coach_agent_memory_set_mark (CoachPlaces *places,
                             const char  *mark)
{
  g_autofree char *path = NULL;

  g_return_if_fail (COACH_IS_PLACES (places));

  path = make_path (places, MARK_FILE);
  if (mark != NULL)
    write_text (places, path, mark);
  else
    g_unlink (path);
}
