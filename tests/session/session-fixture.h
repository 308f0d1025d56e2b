/* What the tests of plans and sessions share: the real catalogue, and plans made from it. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

CoachCatalog *session_fixture_load_catalog (void);
CoachRoutine *session_fixture_read_routine (CoachCatalog *catalog,
                                            const char   *order,
                                            ...) G_GNUC_NULL_TERMINATED;
CoachPlan    *session_fixture_make_plan    (CoachCatalog *catalog,
                                            const char   *routine);
const char   *session_fixture_get_id       (CoachMovement *movement);

G_END_DECLS
