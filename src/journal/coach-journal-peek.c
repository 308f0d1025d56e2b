#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-private.h"
#include "coach-journal-keeper-private.h"
#include "coach-journal-rows-private.h"
#include "coach-profile-store.h"
#include "coach-profile-json-private.h"

static gboolean
read_profile (CoachJournalFile  *file,
              CoachProfile      *profile,
              GError           **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (CoachStoredReader) reader = NULL;

  if (!coach_journal_get_document (file, COACH_JOURNAL_PROFILE, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  reader = coach_stored_reader_new (COACH_JOURNAL_FILE_NAME);
  coach_stored_reader_begin (reader, COACH_JOURNAL_PROFILE);
  coach_stored_reader_check_version (reader, object, COACH_PROFILE_VERSION);
  coach_profile_read_json (profile, object, reader);
  return coach_stored_reader_finish (reader, error);
}

/**
 * coach_journal_peek:
 * @self: a journal
 * @profile: a profile of which nothing is known yet
 * @records: (not nullable): where check-ins are put
 * @is_there: (out): whether anything is kept of the person
 *
 * Reads profile and check-ins as they are kept, for somebody who only looks: nothing is opened to
 * be written, made, restored or taken over. After %COACH_JOURNAL_ERROR_PARTLY and
 * %COACH_JOURNAL_ERROR_NEWER @profile is all the same what could be read, and what could not is
 * taken for the more careful thing.
 *
 * Returns: whether all of it was read
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_peek (CoachJournal       *self,
                    CoachProfile       *profile,
                    CoachDiaryRecords  *records,
                    gboolean           *is_there,
                    GError            **error)
{
  g_autofree char *older = NULL;
  g_autoptr (CoachJournalFile) file = NULL;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), FALSE);
  g_return_val_if_fail (records != NULL && is_there != NULL, FALSE);

  older = g_build_filename (coach_journal_get_folder (self), COACH_JOURNAL_OLDER_PROFILE, NULL);
  *is_there = TRUE;
  if (g_file_test (older, G_FILE_TEST_EXISTS))
    return coach_profile_read_file (older, profile, error);
  *is_there = coach_journal_is_there (self);
  if (!*is_there)
    return TRUE;
  file = coach_journal_open_to_read (self, error);
  return file != NULL
         && coach_journal_load_checkins (file, COACH_JOURNAL_FIRST_DAY, COACH_JOURNAL_LAST_DAY,
                                         records, error)
         && read_profile (file, profile, error);
}
