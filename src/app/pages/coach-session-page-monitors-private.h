/* The monitor that a session fills. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _CoachSessionPageMonitors CoachSessionPageMonitors;

CoachSessionPageMonitors *coach_session_page_monitors_new  (GtkWidget                *page,
                                                            GSettings                *settings,
                                                            GActionMap               *actions,
                                                            GMenu                    *menu);
void                      coach_session_page_monitors_free (CoachSessionPageMonitors *self);
void                      coach_session_page_monitors_fill (CoachSessionPageMonitors *self,
                                                            GtkWindow                *window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSessionPageMonitors, coach_session_page_monitors_free)

G_END_DECLS
