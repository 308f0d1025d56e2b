/* Every screen of the program, of somebody who has checked in once, on a clock that a test moves. */
#pragma once

#include <adwaita.h>

#include "coach-app-context.h"
#include "coach-manual-clock.h"

G_BEGIN_DECLS

typedef struct
{
  CoachCatalog     *catalog; /* (owned) */
  CoachManualClock *clock;   /* (owned) */
  CoachAppContext  *context; /* (owned) */
  CoachSession     *session; /* (owned) (nullable): of the last screen that has one */
  GtkWidget        *window;  /* (owned by GTK): what is shown */
} ScreensFixture;

typedef struct
{
  const char *name;
  GtkWidget *(*make) (ScreensFixture *fixture); /* a page, or a window of its own */
} Screen;

/* The last has no name. */
extern const Screen screens_fixture_screens[];

void       screens_fixture_set_up       (ScreensFixture *self,
                                         gconstpointer   user_data);
void       screens_fixture_tear_down    (ScreensFixture *self,
                                         gconstpointer   user_data);
void       screens_fixture_advance      (ScreensFixture *self,
                                         guint           seconds);
GtkWidget *screens_fixture_make_session (ScreensFixture *self,
                                         CoachRoutine   *routine);
void       screens_fixture_show         (ScreensFixture *self,
                                         GtkWidget      *page,
                                         int             width,
                                         int             height);
void       screens_fixture_let_draw     (ScreensFixture *self);
void       screens_fixture_load_look    (void);

G_END_DECLS
