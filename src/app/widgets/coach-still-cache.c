#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-still-cache.h"

/* Enough for every card of the library and a page's rows beside; at 320 pixels about 20 MB. */
#define MAX_TEXTURES 96

struct _CoachStillCache
{
  GObject     parent_instance;

  GHashTable *textures; /* (owned) (element-type utf8 GdkTexture): by path and width */
  GQueue      order;    /* (element-type utf8): keys of @textures, the oldest first */
};

/* What one worker is asked for. */
typedef struct
{
  char *path;
  int   width; /* pixels */
} StillRequest;

/**
 * CoachStillCache:
 *
 * Pictures of moves, decoded at the size they are shown at, off the main thread.
 */
G_DEFINE_FINAL_TYPE (CoachStillCache, coach_still_cache, G_TYPE_OBJECT)

static G_DEFINE_QUARK (coach-still-cache, cache)

static void
still_request_free (StillRequest *request)
{
  g_free (request->path);
  g_free (request);
}

static char *
make_key (const StillRequest *request)
{
  return g_strdup_printf ("%d:%s", request->width, request->path);
}

static void
keep_texture (CoachStillCache    *self,
              const StillRequest *request,
              GdkTexture         *texture)
{
  char *key = make_key (request);

  if (g_hash_table_contains (self->textures, key))
    {
      g_free (key);
      return;
    }
  if (self->order.length >= MAX_TEXTURES)
    g_hash_table_remove (self->textures, g_queue_pop_head (&self->order));
  g_queue_push_tail (&self->order, key);
  g_hash_table_insert (self->textures, key, g_object_ref (texture));
}

static void
decode (GTask        *task,
        gpointer      source,
        gpointer      task_data,
        GCancellable *cancellable)
{
  const StillRequest *request = task_data;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  pixbuf = gdk_pixbuf_new_from_file_at_scale (request->path, request->width, -1, TRUE, &error);
  if (pixbuf == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixbuf), g_object_unref);
}

static void
coach_still_cache_finalize (GObject *object)
{
  CoachStillCache *self = COACH_STILL_CACHE (object);

  g_queue_clear (&self->order);
  g_hash_table_unref (self->textures);

  G_OBJECT_CLASS (coach_still_cache_parent_class)->finalize (object);
}

static void
coach_still_cache_class_init (CoachStillCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_still_cache_finalize;
}

static void
coach_still_cache_init (CoachStillCache *self)
{
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_queue_init (&self->order);
}

/**
 * coach_still_cache_get_for_context:
 * @context: what pages are given
 *
 * Gets the cache that the widgets of one context share; it lives as long as the context.
 *
 * Returns: (transfer none): the cache
 */
CoachStillCache *
coach_still_cache_get_for_context (CoachAppContext *context)
{
  CoachStillCache *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_get_qdata (G_OBJECT (context), cache_quark ());
  if (self == NULL)
    {
      self = g_object_new (COACH_TYPE_STILL_CACHE, NULL);
      g_object_set_qdata_full (G_OBJECT (context), cache_quark (), self, g_object_unref);
    }
  return self;
}

/**
 * coach_still_cache_load_async:
 * @self: a cache
 * @path: the path of a picture
 * @width: its width in pixels of the screen
 * @cancellable: (nullable): what stops it
 * @callback: called when the picture is there
 * @user_data: for @callback
 *
 * Decodes a picture, scaled to @width with its proportions kept.
 */
void
coach_still_cache_load_async (CoachStillCache     *self,
                              const char          *path,
                              int                  width,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *key = NULL;
  StillRequest *request;
  GdkTexture *texture;

  g_return_if_fail (COACH_IS_STILL_CACHE (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (width > 0);

  request = g_new0 (StillRequest, 1);
  request->path = g_strdup (path);
  request->width = width;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, coach_still_cache_load_async);
  g_task_set_task_data (task, request, (GDestroyNotify) still_request_free);

  key = make_key (request);
  texture = g_hash_table_lookup (self->textures, key);
  if (texture != NULL)
    g_task_return_pointer (task, g_object_ref (texture), g_object_unref);
  else
    g_task_run_in_thread (task, decode);
}

/**
 * coach_still_cache_load_finish:
 * @self: a cache
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Gets the picture and keeps it for the next who asks.
 *
 * Returns: (transfer full): the picture
 * Throws: [error@GdkPixbuf.PixbufError], [error@GLib.FileError], [error@Gio.IOErrorEnum]
 */
GdkTexture *
coach_still_cache_load_finish (CoachStillCache  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  GdkTexture *texture;

  g_return_val_if_fail (COACH_IS_STILL_CACHE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  texture = g_task_propagate_pointer (G_TASK (result), error);
  if (texture != NULL)
    keep_texture (self, g_task_get_task_data (G_TASK (result)), texture);
  return texture;
}
