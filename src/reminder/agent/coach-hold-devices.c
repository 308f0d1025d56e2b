#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-hold-devices.h"

#include "coach-device-use.h"

#include <glib-unix.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

/* Nodes are opened for a moment by whoever wants to know what they are. */
#define SETTLING_US (2 * (gint64) G_USEC_PER_SEC)

/* A node can be watched when it may be read, which for a new one is a little later. */
#define FOLDER_EVENTS (IN_CREATE | IN_ATTRIB | IN_MOVED_TO | IN_DELETE | IN_ONLYDIR)
#define NODE_EVENTS   (IN_OPEN | IN_CLOSE_WRITE | IN_CLOSE_NOWRITE)

struct _CoachHoldDevices
{
  CoachHold    parent_instance;

  CoachClock  *clock;          /* (owned) */
  char        *device_folder;  /* (owned): without links, as paths of open files are */
  char        *process_folder; /* (owned) */

  int          inotify;        /* -1 when there is none */
  GSource     *source;         /* (owned) (nullable) */
  int          devices_watch;  /* of the folder itself */
  int          sound_watch;    /* of the folder of sound devices; -1 while there is none */
  GHashTable  *nodes;          /* (owned): from the number of a watch to a path */
  guint        look_id;        /* 0 unless something was opened or closed */
};

/**
 * CoachHoldDevices:
 *
 * Camera and microphone, told by the kernel when their nodes are opened and closed. Who has them
 * open is looked for a little later.
 */
G_DEFINE_FINAL_TYPE (CoachHoldDevices, coach_hold_devices, COACH_TYPE_HOLD)

static gboolean
is_camera (const char *name)
{
  return g_str_has_prefix (name, "video") && g_ascii_isdigit (name[strlen ("video")]);
}

/* Such as pcmC0D0c; those that end in p play. */
static gboolean
is_microphone (const char *name)
{
  return g_str_has_prefix (name, "pcmC") && g_str_has_suffix (name, "c");
}

/* Returns whether there are microphones as well. */
static gboolean
find_cameras (CoachHoldDevices *self,
              GHashTable       *cameras)
{
  gboolean has_microphone = FALSE;
  GHashTableIter i;
  gpointer path;

  g_hash_table_iter_init (&i, self->nodes);
  while (g_hash_table_iter_next (&i, NULL, &path))
    {
      g_autofree char *name = g_path_get_basename (path);

      if (is_camera (name))
        g_hash_table_add (cameras, path);
      else
        has_microphone = TRUE;
    }
  return has_microphone;
}

static void
look_due_cb (CoachClock *clock,
             gpointer    user_data)
{
  CoachHoldDevices *self = user_data;
  g_autoptr (GHashTable) cameras = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean has_microphone = find_cameras (self, cameras);
  CoachReminderHolds holds = 0;

  self->look_id = 0;
  if (coach_device_use_has_camera (self->process_folder, cameras))
    holds |= COACH_REMINDER_HOLD_CAMERA;
  if (has_microphone && coach_device_use_has_microphone (self->process_folder))
    holds |= COACH_REMINDER_HOLD_MICROPHONE;
  coach_hold_set (COACH_HOLD (self), holds);
}

static void
look_later (CoachHoldDevices *self)
{
  gint64 now_us = coach_clock_get_monotonic_us (self->clock);

  if (self->look_id == 0)
    self->look_id = coach_clock_add_wake (self->clock, now_us + SETTLING_US, look_due_cb, self);
}

static void
watch_node (CoachHoldDevices *self,
            const char       *folder,
            const char       *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int watch = inotify_add_watch (self->inotify, path, NODE_EVENTS);

  if (watch < 0 || g_hash_table_contains (self->nodes, GINT_TO_POINTER (watch)))
    return;
  g_hash_table_insert (self->nodes, GINT_TO_POINTER (watch), g_steal_pointer (&path));
  look_later (self);
}

static void
watch_nodes (CoachHoldDevices *self,
             const char       *folder,
             gboolean        (*is_wanted) (const char *name))
{
  g_autoptr (GDir) children = g_dir_open (folder, 0, NULL);
  const char *name;

  while (children != NULL && (name = g_dir_read_name (children)) != NULL)
    if (is_wanted (name))
      watch_node (self, folder, name);
}

static char *
get_sound_folder (CoachHoldDevices *self)
{
  return g_build_filename (self->device_folder, "snd", NULL);
}

static void
watch_sound (CoachHoldDevices *self)
{
  g_autofree char *folder = get_sound_folder (self);

  self->sound_watch = inotify_add_watch (self->inotify, folder, FOLDER_EVENTS);
  if (self->sound_watch >= 0)
    watch_nodes (self, folder, is_microphone);
}

static void
folder_changed (CoachHoldDevices *self,
                int               watch,
                const char       *name)
{
  g_autofree char *sound_folder = get_sound_folder (self);

  if (watch == self->sound_watch && is_microphone (name))
    watch_node (self, sound_folder, name);
  else if (watch == self->devices_watch && is_camera (name))
    watch_node (self, self->device_folder, name);
  else if (watch == self->devices_watch && g_str_equal (name, "snd"))
    watch_sound (self);
}

/* A node that is open still lives on without its name. */
static void
folder_shrank (CoachHoldDevices *self,
               const char       *name)
{
  if (is_camera (name) || is_microphone (name))
    look_later (self);
}

static void
take_event (CoachHoldDevices           *self,
            const struct inotify_event *event)
{
  if ((event->mask & IN_Q_OVERFLOW) != 0)
    look_later (self);
  else if ((event->mask & IN_IGNORED) != 0 && event->wd == self->sound_watch)
    self->sound_watch = -1;
  else if ((event->mask & IN_IGNORED) != 0)
    g_hash_table_remove (self->nodes, GINT_TO_POINTER (event->wd));
  else if ((event->mask & IN_DELETE) != 0)
    folder_shrank (self, event->name);
  else if (event->len > 0)
    folder_changed (self, event->wd, event->name);
  else if (g_hash_table_contains (self->nodes, GINT_TO_POINTER (event->wd)))
    look_later (self);
}

static gboolean
readable_cb (int          descriptor,
             GIOCondition condition,
             gpointer     user_data)
{
  char buffer[4096] __attribute__ ((aligned (__alignof__ (struct inotify_event))));
  gssize length;

  while ((length = read (descriptor, buffer, sizeof buffer)) > 0)
    for (gssize i = 0; i < length;)
      {
        const struct inotify_event *event = (const struct inotify_event *) (buffer + i);

        take_event (user_data, event);
        i += (gssize) (sizeof *event + event->len);
      }
  return G_SOURCE_CONTINUE;
}

static void
start (CoachHoldDevices *self)
{
  self->inotify = inotify_init1 (IN_CLOEXEC | IN_NONBLOCK);
  if (self->inotify < 0)
    {
      g_debug ("no inotify: %s", g_strerror (errno));
      return;
    }
  self->source = g_unix_fd_source_new (self->inotify, G_IO_IN);
  g_source_set_callback (self->source, G_SOURCE_FUNC (readable_cb), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  self->devices_watch = inotify_add_watch (self->inotify, self->device_folder, FOLDER_EVENTS);
  watch_nodes (self, self->device_folder, is_camera);
  watch_sound (self);
}

static void
coach_hold_devices_dispose (GObject *object)
{
  CoachHoldDevices *self = COACH_HOLD_DEVICES (object);

  if (self->look_id != 0)
    coach_clock_remove_wake (self->clock, self->look_id);
  self->look_id = 0;
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  if (self->inotify >= 0)
    close (self->inotify);
  self->inotify = -1;
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (coach_hold_devices_parent_class)->dispose (object);
}

static void
coach_hold_devices_finalize (GObject *object)
{
  CoachHoldDevices *self = COACH_HOLD_DEVICES (object);

  g_hash_table_unref (self->nodes);
  g_free (self->device_folder);
  g_free (self->process_folder);

  G_OBJECT_CLASS (coach_hold_devices_parent_class)->finalize (object);
}

static void
coach_hold_devices_class_init (CoachHoldDevicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_hold_devices_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_hold_devices_finalize;
}

static void
coach_hold_devices_init (CoachHoldDevices *self)
{
  self->inotify = -1;
  self->devices_watch = -1;
  self->sound_watch = -1;
  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * coach_hold_devices_new:
 * @clock: the time
 * @device_folder: what is usually `/dev`
 * @process_folder: what is usually `/proc`
 *
 * Begins to watch all cameras and microphones that there are and that come. What is in use already
 * is found after two seconds, as is any change.
 *
 * Returns: (transfer full): a hold
 */
CoachHold *
coach_hold_devices_new (CoachClock *clock,
                        const char *device_folder,
                        const char *process_folder)
{
  CoachHoldDevices *self = g_object_new (COACH_TYPE_HOLD_DEVICES, NULL);
  g_autofree char *real_folder = realpath (device_folder, NULL);

  self->clock = g_object_ref (clock);
  self->device_folder = g_strdup (real_folder != NULL ? real_folder : device_folder);
  self->process_folder = g_strdup (process_folder);
  start (self);
  return COACH_HOLD (self);
}
