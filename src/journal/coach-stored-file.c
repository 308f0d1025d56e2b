#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-stored-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog.h"
#include "coach-journal-error.h"

/* A name may be that of a pipe or a device, which would never end. */
static gboolean
check_file (int          file,
            const char  *path,
            gsize        max_bytes,
            GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  struct stat found;

  if (fstat (file, &found) != 0 || !S_ISREG (found.st_mode))
    {
      g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ, "%s: is not a plain file",
                   name);
      return FALSE;
    }
  if ((guint64) found.st_size > max_bytes)
    {
      g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED,
                   "%s: has more than %" G_GSIZE_FORMAT " bytes", name, max_bytes);
      return FALSE;
    }
  return TRUE;
}

/* Not more than the largest file and one byte, even when it grows meanwhile. */
static GBytes *
read_bytes (int          file,
            const char  *path,
            gsize        max_bytes,
            GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[16 * 1024];
  gssize length = 1;

  if (!check_file (file, path, max_bytes, error))
    return NULL;
  while (length > 0 && bytes->len <= max_bytes)
    {
      do
        length = read (file, block, sizeof block);
      while (length < 0 && errno == EINTR);
      if (length > 0)
        g_byte_array_append (bytes, block, (guint) length);
    }
  if (length >= 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ, "%s: %s", path,
               g_strerror (errno));
  return NULL;
}

static GBytes *
open_and_read (const char  *path,
               gsize        max_bytes,
               GError     **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  GBytes *bytes;

  if (file < 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path,
                   g_strerror (code));
      return NULL;
    }
  bytes = read_bytes (file, path, max_bytes, error);
  g_close (file, NULL);
  return bytes;
}

static JsonObject *
parse (const char  *path,
       GBytes      *bytes,
       GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonNode *root = NULL;

  if (coach_json_text_check (name, text, length, &local)
      && json_parser_load_from_data (parser, text, (gssize) length, &local))
    root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_dup_object (root);
  if (local != NULL)
    g_set_error_literal (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED, local->message);
  else
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED, "%s: is not an object",
                 name);
  return NULL;
}

/* Keeps the file under a name that is free: somebody may mend it. */
static char *
move_aside (const char *path)
{
  g_autofree char *aside = NULL;

  for (guint i = 1; aside == NULL || g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%u", path, i);
    }
  return g_rename (path, aside) == 0 ? g_steal_pointer (&aside) : NULL;
}

/**
 * coach_stored_file_read:
 * @path: any file
 * @max_bytes: a larger file is refused
 *
 * Reads a file that is not ours to set aside.
 *
 * Returns: (transfer full) (nullable): what is in it
 * Throws: [error@JournalError]
 */
JsonObject *
coach_stored_file_read (const char  *path,
                        gsize        max_bytes,
                        GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = open_and_read (path, max_bytes, &local);
  if (bytes != NULL)
    return parse (path, bytes, error);
  if (local->domain == COACH_JOURNAL_ERROR)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ, local->message);
  return NULL;
}

/**
 * coach_stored_file_take:
 * @path: a file of ours
 * @max_bytes: the largest size that is read
 *
 * Reads a file of ours. One that cannot be understood is set aside, never deleted. One that may
 * only not be read now stays where it is.
 *
 * Returns: (transfer full) (nullable): what is in it
 * Throws: [error@JournalError]
 */
JsonObject *
coach_stored_file_take (const char  *path,
                        gsize        max_bytes,
                        GError     **error)
{
  g_autofree char *aside = NULL;
  GError *local = NULL;
  JsonObject *object;

  g_return_val_if_fail (path != NULL, NULL);

  object = coach_stored_file_read (path, max_bytes, &local);
  if (object != NULL)
    return object;
  if (g_error_matches (local, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED))
    aside = move_aside (path);
  if (aside != NULL)
    g_prefix_error (&local, "(kept as %s) ", aside);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * coach_stored_text_parse:
 * @name: what messages call the text
 * @bytes: a text
 *
 * Reads a text that was kept.
 *
 * Returns: (transfer full) (nullable): what is in it
 * Throws: [error@JournalError]
 */
JsonObject *
coach_stored_text_parse (const char  *name,
                         GBytes      *bytes,
                         GError     **error)
{
  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  return parse (name, bytes, error);
}
