#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-wayland-source.h"

#include <errno.h>
#include <wayland-client.h>

#define CONDITIONS (G_IO_IN | G_IO_ERR | G_IO_HUP)

/* Events of a Wayland connection on a main loop, by the rules of libwayland: whoever means to read
 * says so first, and then reads or takes it back. */
typedef struct
{
  GSource                 source;
  struct wl_display      *display;    /* (unowned): outlives the source */
  gpointer                tag;        /* of the connection's descriptor */
  gboolean                is_full;    /* it takes no more at the moment */
  gboolean                is_reading; /* said so */
  gboolean                has_failed;
  CoachWaylandSourceFunc  lost;
  GObject                *owner;      /* (unowned): of the display; destroys the source in time */
} WaylandSource;

/* A connection that takes no more is looked at again when it can be written to. To change what is
 * looked for wakes the main loop up, and so is not done without need. */
static void
flush (WaylandSource *self)
{
  gboolean has_sent = wl_display_flush (self->display) >= 0;
  gboolean is_full = !has_sent && errno == EAGAIN;

  /* What was said before a broken pipe is still to be read. */
  if (!has_sent && !is_full && errno != EPIPE)
    self->has_failed = TRUE;
  if (is_full != self->is_full)
    g_source_modify_unix_fd (&self->source, self->tag, CONDITIONS | (is_full ? G_IO_OUT : 0));
  self->is_full = is_full;
}

static gboolean
prepare (GSource *source,
         int     *timeout_ms)
{
  WaylandSource *self = (WaylandSource *) source;

  *timeout_ms = -1;
  if (self->is_reading)
    return FALSE;
  if (wl_display_prepare_read (self->display) != 0)
    return TRUE;
  self->is_reading = TRUE;
  flush (self);
  return self->has_failed;
}

static gboolean
check (GSource *source)
{
  WaylandSource *self = (WaylandSource *) source;
  GIOCondition condition = g_source_query_unix_fd (source, self->tag);

  if (self->is_reading)
    {
      self->is_reading = FALSE;
      if ((condition & G_IO_IN) == 0)
        wl_display_cancel_read (self->display);
      else if (wl_display_read_events (self->display) < 0)
        self->has_failed = TRUE;
    }
  if ((condition & (G_IO_ERR | G_IO_HUP)) != 0)
    self->has_failed = TRUE;
  return condition != 0 || self->has_failed;
}

static gboolean
dispatch (GSource     *source,
          GSourceFunc  callback,
          gpointer     user_data)
{
  WaylandSource *self = (WaylandSource *) source;
  /* Whoever is told may let the owner go, but the display must not go in the middle of this. */
  g_autoptr (GObject) owner = g_object_ref (self->owner);

  if (wl_display_dispatch_pending (self->display) < 0)
    self->has_failed = TRUE;
  if (!self->has_failed || g_source_is_destroyed (source))
    return G_SOURCE_CONTINUE;
  self->lost (owner);
  return G_SOURCE_REMOVE;
}

/* Before the display goes, so not in finalize. */
static void
dispose (GSource *source)
{
  WaylandSource *self = (WaylandSource *) source;

  if (self->is_reading)
    wl_display_cancel_read (self->display);
  self->is_reading = FALSE;
}

static GSourceFuncs functions = {
  .prepare = prepare,
  .check = check,
  .dispatch = dispatch,
};

/**
 * coach_wayland_source_new:
 * @display: a connection, which must outlive the source
 * @lost: called once when the compositor is gone
 * @owner: (unowned): whoever owns the connection, and destroys the source before it
 *
 * Makes a source that dispatches the events of a connection and sends what was asked of it. It
 * wakes up for events alone. @owner is kept alive while it dispatches.
 *
 * Returns: (transfer full): a source
 */
GSource *
coach_wayland_source_new (struct wl_display      *display,
                          CoachWaylandSourceFunc  lost,
                          GObject                *owner)
{
  GSource *source = g_source_new (&functions, sizeof (WaylandSource));
  WaylandSource *self = (WaylandSource *) source;

  g_source_set_static_name (source, "[coach] Wayland");
  g_source_set_dispose_function (source, dispose);
  self->display = display;
  self->lost = lost;
  self->owner = owner;
  self->tag = g_source_add_unix_fd (source, wl_display_get_fd (display), CONDITIONS);
  return source;
}
