/* A session on a bus of the test, and somebody at its other end. */
#pragma once

#include "coach-test-bus.h"
#include "remote.h"
#include "session-recorder.h"

G_BEGIN_DECLS

#define NAME    "org.mpris.MediaPlayer2.lowtide"
#define PATH    "/org/mpris/MediaPlayer2"
#define ROOT    "org.mpris.MediaPlayer2"
#define PLAYER  "org.mpris.MediaPlayer2.Player"
#define SECOND  ((gint64) G_USEC_PER_SEC)

typedef struct
{
  CoachTestBus     bus;
  CoachPlan       *plan;      /* (owned) */
  SessionRecorder *run;       /* (owned) */
  CoachRemote     *remote;    /* (owned) (nullable) */
  guint            signal_id;
  GString         *told;      /* (owned): what came by signal, in its order */
  guint            n_raised;
} RemoteFixture;

void remote_fixture_load (void);
void remote_fixture_unload (void);

void remote_fixture_set_up (RemoteFixture *fixture, gconstpointer user_data);
void remote_fixture_make_remote (RemoteFixture *fixture);
void remote_fixture_put_on_bus (RemoteFixture *fixture);
void remote_fixture_tear_down (RemoteFixture *fixture, gconstpointer user_data);
GVariant *remote_fixture_ask (RemoteFixture *fixture,
                              const char *interface,
                              const char *method,
                              GVariant *arguments,
                              GError **error);
void remote_fixture_call (RemoteFixture *fixture, const char *method, GVariant *arguments);
GVariant *remote_fixture_get (RemoteFixture *fixture, const char *interface, const char *property);
void remote_fixture_set (RemoteFixture *fixture,
                         const char *interface,
                         const char *property,
                         GVariant *value);
void remote_fixture_assert_value (RemoteFixture *fixture,
                                  const char *interface,
                                  const char *property,
                                  const char *expected);
void remote_fixture_let_signals_come (RemoteFixture *fixture);
void remote_fixture_assert_told (RemoteFixture *fixture, const char *expected);

G_END_DECLS
