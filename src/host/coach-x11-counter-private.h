#pragma once

#include <gio/gio.h>
#include <xcb/sync.h>
#include <xcb/xcb.h>

G_BEGIN_DECLS

/**
 * CoachX11Counter:
 *
 * A connection to an X server and its counter of the time since the last input.
 */
typedef struct
{
  xcb_connection_t   *connection;  /* (owned) */
  xcb_sync_counter_t  idle_time;   /* milliseconds */
  guint8              alarm_event; /* the type of the events of alarms */
} CoachX11Counter;

gpointer coach_x11_counter_open (xcb_connection_t  *connection,
                                 int                screen,
                                 GError           **error);
void     coach_x11_counter_free (CoachX11Counter   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachX11Counter, coach_x11_counter_free)

G_END_DECLS
