/* journal: what is kept about the person, on this computer alone. Uses session. */
#pragma once

#include "coach-journal-error.h"
#include "coach-profile-store.h"
