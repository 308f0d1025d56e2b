/* Writes to a journal until it is killed, and tells what it reported as written:
 *
 *   journal-victim FOLDER NAME FIRST
 *
 * After each entry that is on the disk, its number is written to standard output. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "coach-journal-file-private.h"

/* A pack and a session with three steps: what is written together is there together. */
static gboolean
add_entry (CoachJournalFile  *file,
           const char        *name,
           int                number,
           GError           **error)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO sessions (id, at_s, offset_s, day, routine, is_completed, is_half_dose,"
      " effort) VALUES ('%1$s-%2$d', %2$d, 0, 2461000, 'no-floor', 1, 0, 3);"
      "INSERT INTO steps (session, place, movement, outcome, left_s, right_s, both_s) VALUES"
      " ('%1$s-%2$d', 0, 'bridge', 'done', 30, 30, 0), ('%1$s-%2$d', 1, 'clamshell', 'done', 9, 9, 0),"
      " ('%1$s-%2$d', 2, 'pelvic-tilt', 'partly', 0, 0, 5);",
      name, number);

  return coach_journal_file_begin (file, error) && coach_journal_file_exec (file, sql, error)
         && coach_journal_file_commit (file, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachJournalFile) file = NULL;
  g_autofree char *path = NULL;

  if (argc != 4)
    return 2;
  path = g_build_filename (argv[1], "journal.sqlite", NULL);
  file = coach_journal_file_open (path, COACH_JOURNAL_FILE_WRITE, &error);
  for (int number = atoi (argv[3]); file != NULL; number++)
    {
      g_autofree char *line = g_strdup_printf ("%d\n", number);

      if (!add_entry (file, argv[2], number, &error)
          || write (STDOUT_FILENO, line, strlen (line)) < 0)
        break;
    }
  g_printerr ("%s\n", error != NULL ? error->message : "nobody listens");
  return 1;
}
