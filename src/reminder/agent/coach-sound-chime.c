#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-sound-chime.h"

#include <canberra.h>

/* What the sound theme calls them, and what a file of ours would be called. */
static const struct
{
  const char *event;
  const char *file;
} sounds[COACH_N_CHIMES] = {
  [COACH_CHIME_BEGIN] = { "message-new-instant", "break-begin" },
  [COACH_CHIME_CHANGE] = { "bell", "break-change" },
  [COACH_CHIME_END] = { "complete", "break-end" },
};

/* Heard where the theme has nothing, or there is no theme. */
#define LAST_RESORT "bell"

/* Asks the thread to end; no sound has this address. */
static char end_of_sounds;

/* libcanberra looks for its driver with libltdl, which two threads must not use at once. Whoever
 * closes and opens sounds quickly has two threads for a moment; only they ever wait for it. */
static GMutex canberra_lock;

typedef struct
{
  const char *event;
  char       *file;        /* (owned) (nullable): comes before @event */
  char       *last_resort; /* (owned) (nullable): for a theme without @event */
} CoachSoundRequest;

struct _CoachSoundChime
{
  GObject      parent_instance;

  CoachPlaces *places; /* (owned) (not nullable) */
  GAsyncQueue *queue;  /* (owned) (nullable): to the thread; NULL while it is closed */
};

static void chime_iface_init (CoachChimeInterface *iface);

/**
 * CoachSoundChime:
 *
 * Plays the sounds of the desktop's theme through libcanberra. A thread does it, for the first sound
 * waits until the sound server has answered; one that hangs keeps the thread and nobody else.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CoachSoundChime, coach_sound_chime, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COACH_TYPE_CHIME, chime_iface_init))

static void
sound_request_free (gpointer data)
{
  CoachSoundRequest *request = data;

  if (data == &end_of_sounds)
    return;
  g_free (request->file);
  g_free (request->last_resort);
  g_free (request);
}

static int
play_file (ca_context *context,
           const char *file)
{
  return ca_context_play (context, 0, CA_PROP_MEDIA_FILENAME, file, CA_PROP_MEDIA_ROLE, "event",
                          NULL);
}

static void
play_request (ca_context              *context,
              const CoachSoundRequest *request)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&canberra_lock);
  int result;

  if (request->file != NULL)
    result = play_file (context, request->file);
  else
    result = ca_context_play (context, 0, CA_PROP_EVENT_ID, request->event, CA_PROP_MEDIA_ROLE,
                              "event", NULL);
  if (result == CA_ERROR_NOTFOUND && request->last_resort != NULL)
    result = play_file (context, request->last_resort);
  if (result != CA_SUCCESS)
    g_debug ("%s: %s", request->event, ca_strerror (result));
}

static ca_context *
make_context (void)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&canberra_lock);
  ca_context *context = NULL;

  if (ca_context_create (&context) != CA_SUCCESS)
    return NULL;
  ca_context_change_props (context, CA_PROP_APPLICATION_ID, APP_ID, CA_PROP_APPLICATION_NAME,
                           "Lowtide", NULL);
  return context;
}

static void
destroy_context (ca_context *context)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&canberra_lock);

  ca_context_destroy (context);
}

static gpointer
play_until_closed (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;
  ca_context *context = make_context ();
  CoachSoundRequest *request;

  while ((request = g_async_queue_pop (queue)) != (gpointer) &end_of_sounds)
    {
      if (context != NULL)
        play_request (context, request);
      sound_request_free (request);
    }
  if (context != NULL)
    destroy_context (context);
  return NULL;
}

static void
open_sounds (CoachChime *chime)
{
  CoachSoundChime *self = COACH_SOUND_CHIME (chime);
  g_autoptr (GError) error = NULL;
  GThread *thread;

  if (self->queue != NULL)
    return;
  self->queue = g_async_queue_new_full (sound_request_free);
  thread = g_thread_try_new ("coach-chime", play_until_closed, g_async_queue_ref (self->queue),
                             &error);
  if (thread != NULL)
    g_thread_unref (thread);
  else
    {
      g_message ("No sounds: %s", error->message);
      g_async_queue_unref (self->queue);
      g_clear_pointer (&self->queue, g_async_queue_unref);
    }
}

static void
play (CoachChime     *chime,
      CoachChimeKind  kind)
{
  CoachSoundChime *self = COACH_SOUND_CHIME (chime);
  CoachSoundRequest *request;

  if (self->queue == NULL)
    return;
  request = g_new0 (CoachSoundRequest, 1);
  request->event = sounds[kind].event;
  request->file = coach_places_find_sound (self->places, sounds[kind].file);
  request->last_resort = coach_places_find_sound (self->places, LAST_RESORT);
  g_async_queue_push (self->queue, request);
}

static void
close_sounds (CoachChime *chime)
{
  CoachSoundChime *self = COACH_SOUND_CHIME (chime);

  if (self->queue == NULL)
    return;
  g_async_queue_push (self->queue, &end_of_sounds);
  g_clear_pointer (&self->queue, g_async_queue_unref);
}

static void
chime_iface_init (CoachChimeInterface *iface)
{
  iface->open = open_sounds;
  iface->play = play;
  iface->close = close_sounds;
}

static void
coach_sound_chime_dispose (GObject *object)
{
  CoachSoundChime *self = COACH_SOUND_CHIME (object);

  close_sounds (COACH_CHIME (self));
  g_clear_object (&self->places);

  G_OBJECT_CLASS (coach_sound_chime_parent_class)->dispose (object);
}

static void
coach_sound_chime_class_init (CoachSoundChimeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_sound_chime_dispose;
}

static void
coach_sound_chime_init (CoachSoundChime *self)
{
}

/**
 * coach_sound_chime_new:
 * @places: where files of ours may be; they come before the sounds of the theme
 *
 * Makes a chime of the desktop's sounds. It is closed, and holds nothing.
 *
 * Returns: (transfer full): the chime
 */
CoachChime *
coach_sound_chime_new (CoachPlaces *places)
{
  CoachSoundChime *self;

  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);

  self = g_object_new (COACH_TYPE_SOUND_CHIME, NULL);
  self->places = g_object_ref (places);
  return COACH_CHIME (self);
}
