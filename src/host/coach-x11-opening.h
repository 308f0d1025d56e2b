#pragma once

#include <gio/gio.h>
#include <xcb/xcb.h>

G_BEGIN_DECLS

/**
 * CoachX11OpenFunc:
 * @connection: (transfer full): a connection that works; @func closes it unless it returns it
 * @screen: the number of the display's screen
 * @error: where to put why it is of no use
 *
 * Asks a server for what is needed of it; called in a thread, so that it may wait.
 *
 * Returns: (transfer full) (nullable): what was made of the connection
 */
typedef gpointer (*CoachX11OpenFunc) (xcb_connection_t  *connection,
                                      int                screen,
                                      GError           **error);

void     coach_x11_open_async  (const char           *display_name,
                                CoachX11OpenFunc      func,
                                GDestroyNotify        free_func,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gpointer coach_x11_open_finish (GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
