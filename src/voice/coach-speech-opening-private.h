#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       coach_speech_open_async  (const char           *address,
                                     const char           *starter,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
GIOStream *coach_speech_open_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
