#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-device-use.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* They hold cameras open in order to know of them; what streams is pipewire itself. The kernel cuts
 * names off at 15 letters. */
static const char * const watchers[] = { "wireplumber", "pipewire-media-", NULL };

static gboolean
is_number (const char *name)
{
  return *name != '\0' && strspn (name, "0123456789") == strlen (name);
}

static gboolean
is_own (const char *process)
{
  struct stat status;

  return stat (process, &status) == 0 && status.st_uid == getuid ();
}

static gboolean
is_watcher (const char *process)
{
  g_autofree char *path = g_build_filename (process, "comm", NULL);
  g_autofree char *name = NULL;

  if (!g_file_get_contents (path, &name, NULL, NULL))
    return FALSE;
  return g_strv_contains (watchers, g_strchomp (name));
}

static gboolean
has_open (const char *process,
          GHashTable *files)
{
  g_autofree char *folder = g_build_filename (process, "fd", NULL);
  g_autoptr (GDir) descriptors = g_dir_open (folder, 0, NULL);
  const char *name;

  while (descriptors != NULL && (name = g_dir_read_name (descriptors)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char target[256];
      gssize length = readlink (path, target, sizeof target - 1);

      if (length <= 0)
        continue;
      target[length] = '\0';
      if (g_hash_table_contains (files, target))
        return TRUE;
    }
  return FALSE;
}

/**
 * coach_device_use_has_camera:
 * @process_folder: what is usually `/proc`
 * @cameras: (element-type filename filename): a set of the paths of cameras
 *
 * Looks whether any process of this person has a camera open. It reads a link for each open file of
 * each process, so it is not to be called often.
 *
 * Returns: whether a camera is in use
 */
gboolean
coach_device_use_has_camera (const char *process_folder,
                             GHashTable *cameras)
{
  g_autoptr (GDir) processes = NULL;
  const char *name;

  if (g_hash_table_size (cameras) == 0)
    return FALSE;
  processes = g_dir_open (process_folder, 0, NULL);
  while (processes != NULL && (name = g_dir_read_name (processes)) != NULL)
    {
      g_autofree char *process = g_build_filename (process_folder, name, NULL);

      if (is_number (name) && is_own (process) && has_open (process, cameras)
          && !is_watcher (process))
        return TRUE;
    }
  return FALSE;
}

/* Calls for all in a folder whose names begin and end so. Stops at the first that says yes. */
static gboolean
any_inside (const char *folder,
            const char *prefix,
            const char *suffix,
            gboolean  (*func) (const char *path))
{
  g_autoptr (GDir) children = g_dir_open (folder, 0, NULL);
  const char *name;

  while (children != NULL && (name = g_dir_read_name (children)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix) && func (path))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_stream_open (const char *stream)
{
  g_autofree char *path = g_build_filename (stream, "status", NULL);
  g_autofree char *status = NULL;

  return g_file_get_contents (path, &status, NULL, NULL) && !g_str_has_prefix (status, "closed");
}

static gboolean
has_open_stream (const char *device)
{
  return any_inside (device, "sub", "", is_stream_open);
}

static gboolean
records (const char *card)
{
  return any_inside (card, "pcm", "c", has_open_stream);
}

/**
 * coach_device_use_has_microphone:
 * @process_folder: what is usually `/proc`
 *
 * Looks whether anything records from a sound card. Sound servers close it some seconds after the
 * last program that does. A headset by Bluetooth is no sound card, and is not seen.
 *
 * Returns: whether a microphone is in use
 */
gboolean
coach_device_use_has_microphone (const char *process_folder)
{
  g_autofree char *cards = g_build_filename (process_folder, "asound", NULL);

  return any_inside (cards, "card", "", records);
}
