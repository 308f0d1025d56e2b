#pragma once

#include "coach-moves-page.h"
#include "coach-progress-page.h"
#include "coach-prompter.h"
#include "coach-remote-controller.h"
#include "coach-routines-page.h"
#include "coach-today-page.h"
#include "coach-window-gate.h"
#include "coach-window.h"

G_BEGIN_DECLS

struct _CoachWindow
{
  AdwApplicationWindow  parent_instance;

  CoachAppContext      *context;     /* (owned) (not nullable), given at construction */
  CoachSessionRecorder *recorder;    /* (owned) (nullable): of the last session that began */
  CoachPrompter        *prompter;    /* (owned) (nullable): of the last one, up to its last word */
  CoachWindowGate      *gate;        /* (owned) (nullable): NULL once disposed */
  CoachSession         *session;     /* (owned) (nullable): the one that runs */
  GtkWidget            *session_page; /* (unowned) (nullable): its page */
  gboolean              is_closing;  /* while it closes for good, whatever runs in it */
  CoachRemoteController *remote;     /* (owned) (nullable): what drives it from outside */
  gboolean              is_changing_page; /* while the leaflet is told to show another */
  guint                 inhibit_id;  /* 0 unless a session keeps the screen awake */

  AdwToastOverlay      *toasts;
  AdwLeaflet           *leaflet;     /* its first child holds the views, the others are pushed */
  AdwViewStack         *views;
  CoachTodayPage       *today_page;
  CoachRoutinesPage    *routines_page;
  CoachMovesPage       *moves_page;
  CoachProgressPage    *progress_page;
};

CoachAppContext *coach_window_get_context        (CoachWindow *self);

/* The pages over the views, in coach-window-pages.c. */
GtkWidget       *coach_window_get_page           (CoachWindow *self,
                                                  guint        index);
GtkWidget       *coach_window_get_visible_page   (CoachWindow *self);
void             coach_window_push_page          (CoachWindow *self,
                                                  GtkWidget   *page);
void             coach_window_replace_page       (CoachWindow *self,
                                                  GtkWidget   *page);
void             coach_window_replace_page_below (CoachWindow *self,
                                                  GtkWidget   *page,
                                                  GtkWidget   *old);
void             coach_window_drop_page          (CoachWindow *self,
                                                  GtkWidget   *page);
void             coach_window_go_back            (CoachWindow *self);
void             coach_window_go_to_views        (CoachWindow *self);
void             coach_window_settle_pages       (CoachWindow *self);

/* Paper, in coach-window-print.c. */
void             coach_window_print              (CoachWindow *self);
void             coach_window_print_move         (CoachWindow *self,
                                                  const char  *id);
void             coach_window_print_routine      (CoachWindow *self,
                                                  const char  *id);

/* The session, in coach-window-session.c. */
void             coach_window_begin_session      (CoachWindow *self,
                                                  CoachPlan   *plan,
                                                  GtkWidget   *replaced);
void             coach_window_end_session        (CoachWindow *self);
gboolean         coach_window_ask_to_leave       (CoachWindow *self);
gboolean         coach_window_tell_in_session    (CoachWindow *self,
                                                  const char  *text);
void             coach_window_let_screen_sleep   (CoachWindow *self);
void             coach_window_toggle_fullscreen  (CoachWindow *self);

G_END_DECLS
